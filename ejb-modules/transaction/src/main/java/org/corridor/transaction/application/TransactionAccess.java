package org.corridor.transaction.application;

import java.time.Instant;
import java.util.UUID;
import org.corridor.contracts.account.AccountSummary;
import org.corridor.kernel.Caller;
import org.corridor.transaction.application.TransactionQuery.Reach;
import org.corridor.transaction.domain.Transaction;
import org.corridor.transaction.domain.TransferBatch;
import org.corridor.transaction.domain.file.TransferFile;
import org.corridor.transaction.domain.payment.Payment;

/**
 * Who may do what to which transaction, beyond the permission that the door has checked: all rules
 * of attributes of this context stand here.
 *
 * <ul>
 *   <li>A customer sees what its accounts paid, and what reached them once it is paid; it moves
 *       money from its own accounts only; it handles no cash, decides and reverses nothing.
 *   <li>Staff of a branch sees what touches the branch's accounts; it moves money from those,
 *       handles cash for those, and decides and reverses for those.
 *   <li>Staff of no branch does so for all, and sees and sets the organisation's limits.
 *   <li>Cash is handled at the till of one's own branch, and within office hours if there are such.
 *   <li>Nobody decides on what it made itself, or on more than it may move; what somebody makes
 *       above its own limit awaits another's approval ({@link
 *       org.corridor.transaction.domain.Limit}).
 *   <li>A customer is not told which of the staff did something.
 * </ul>
 */
public final class TransactionAccess {

  /** What the rules say. */
  public enum Verdict {
    ALLOWED(""),
    HIDDEN("There is no such transaction."),
    NOT_FOR_CUSTOMERS("This is for the staff only."),
    OTHER_BRANCH("Another branch keeps this account."),
    OWN_TRANSACTION("Whoever made a transaction cannot decide on it: it takes a second person."),
    ABOVE_OWN_LIMIT("The amount is above what you may move."),
    CASH_IS_FOR_STAFF("Cash is handled by the staff of a branch."),
    OTHER_TILL("The till of another branch is not yours to use."),
    OUT_OF_HOURS("Cash is handled in office hours only.");

    private final String detail;

    Verdict(String detail) {
      this.detail = detail;
    }

    /** For the caller. */
    public String detail() {
      return detail;
    }
  }

  private TransactionAccess() {}

  /** Which transactions a caller may see, for lists; the same rule as {@link #sees}. */
  public static Reach reach(Caller caller) {
    return caller.isCustomer()
        ? new Reach(caller.clientId(), null)
        : new Reach(null, caller.branch());
  }

  public static boolean sees(Caller caller, Transaction transaction) {
    var source = transaction.movement().source();
    var destination = transaction.movement().destination();
    if (caller.isCustomer()) {
      return caller.clientId().equals(source.clientId())
          || (caller.clientId().equals(destination.clientId()) && transaction.status().hasMoved());
    }
    return caller.branch() == null
        || caller.branch().equals(source.branch())
        || caller.branch().equals(destination.branch());
  }

  /** A payment is of the account that pays it. */
  public static boolean sees(Caller caller, Payment payment) {
    var payer = payment.instruction().debtor().side();
    return caller.reaches(payer.clientId(), payer.branch());
  }

  /** May the caller know who made and decided what it sees? */
  public static boolean seesWho(Caller caller) {
    return !caller.isCustomer();
  }

  /** May the caller know who took this step of a history? Customers know their own steps. */
  public static boolean seesWho(Caller caller, String by) {
    return seesWho(caller) || caller.subject().equals(by);
  }

  /** A batch is its maker's, whatever accounts it touches; staff of no branch sees all. */
  public static boolean seesBatch(Caller caller, TransferBatch batch) {
    return batch.making().by().equals(caller.subject()) || isUnbound(caller);
  }

  /** Likewise a file of transfers; who sees it may stop it and go on with it. */
  public static boolean seesFile(Caller caller, TransferFile file) {
    return file.making().by().equals(caller.subject()) || isUnbound(caller);
  }

  /** May the caller move money out of this account by a transfer? */
  public static boolean maySpend(Caller caller, AccountSummary account) {
    return reachesClientAccount(caller, account);
  }

  /** May the caller take in or pay out cash for this account? */
  public static boolean mayHandleCash(Caller caller, AccountSummary account) {
    return !caller.isCustomer() && reachesClientAccount(caller, account);
  }

  /**
   * May the caller use a till now?
   *
   * @param branch whose till; null if the caller has named none and has none
   */
  public static Verdict mayUseTill(Caller caller, String branch, CashHours hours, Instant now) {
    if (caller.isCustomer()) {
      return Verdict.CASH_IS_FOR_STAFF;
    }
    if (!worksAt(caller, branch)) {
      return Verdict.OTHER_TILL;
    }
    return hours.allow(now) ? Verdict.ALLOWED : Verdict.OUT_OF_HOURS;
  }

  /** May the caller approve or reject it? */
  public static Verdict mayDecide(Caller caller, Transaction transaction) {
    var verdict = mayCorrect(caller, transaction);
    if (verdict != Verdict.ALLOWED) {
      return verdict;
    }
    if (transaction.isMadeBy(caller.subject())) {
      return Verdict.OWN_TRANSACTION;
    }
    return caller.mayMove(transaction.movement().amount())
        ? Verdict.ALLOWED
        : Verdict.ABOVE_OWN_LIMIT;
  }

  /** May the caller ask for its reversal? Above the caller's own limit, another must approve. */
  public static Verdict mayReverse(Caller caller, Transaction transaction) {
    return mayCorrect(caller, transaction);
  }

  /** Limits are the whole organisation's: not of one branch, let alone of a customer. */
  public static boolean maySetLimits(Caller caller) {
    return isUnbound(caller);
  }

  /** Sagas are of all branches: may the caller see them, and let them go on or back? */
  public static boolean maySteerSagas(Caller caller) {
    return isUnbound(caller);
  }

  private static Verdict mayCorrect(Caller caller, Transaction transaction) {
    if (!sees(caller, transaction)) {
      return Verdict.HIDDEN;
    }
    if (caller.isCustomer()) {
      return Verdict.NOT_FOR_CUSTOMERS;
    }
    return worksAt(caller, transaction.movement().clientSide().branch())
        ? Verdict.ALLOWED
        : Verdict.OTHER_BRANCH;
  }

  /** Internal accounts are moved by the ledger's own door, or by what a transaction is for. */
  private static boolean reachesClientAccount(Caller caller, AccountSummary account) {
    UUID owner = account.clientId();
    return owner != null && caller.reaches(owner, account.branch());
  }

  private static boolean isUnbound(Caller caller) {
    return !caller.isCustomer() && caller.branch() == null;
  }

  private static boolean worksAt(Caller caller, String branch) {
    return caller.branch() == null || caller.branch().equals(branch);
  }
}

package org.corridor.account.application;

import java.util.Optional;
import java.util.UUID;
import org.corridor.account.domain.Account;
import org.corridor.contracts.client.ClientSummary;
import org.corridor.kernel.Caller;
import org.corridor.kernel.Money;

/**
 * What a caller reaches with the permissions that it has: a customer its own accounts, staff bound
 * to a branch that branch's, everybody else all.
 */
public final class AccountAccess {

  private AccountAccess() {}

  /** Internal accounts are never a customer's. */
  public static boolean reaches(Caller caller, Account account) {
    return caller.reaches(account.clientId(), account.branch());
  }

  /** What somebody does not reach does not exist for it: as an unknown client. */
  public static boolean reaches(Caller caller, ClientSummary client) {
    return caller.reaches(client.id(), client.branch());
  }

  /**
   * @param branch null for an account of the whole organisation
   */
  public static boolean mayOpenInternal(Caller caller, String branch) {
    return !caller.isCustomer() && caller.boundBranch().map(b -> b.equals(branch)).orElse(true);
  }

  /**
   * The ledger's own door is for contexts, which have checked who asks: a posting names accounts of
   * several owners and branches, so nobody who is bound to one may use it.
   */
  public static boolean mayPost(Caller caller) {
    return isUnbound(caller);
  }

  /** Trial balance, verification: they tell of all accounts at once. */
  public static boolean mayReadWholeLedger(Caller caller) {
    return isUnbound(caller);
  }

  /** Whoever may check them may not for that reason change them. */
  public static boolean mayCorrectBalances(Caller caller) {
    return isUnbound(caller) && caller.may("ledger:correct");
  }

  public static boolean mayHold(Caller caller, Money amount) {
    return caller.mayMove(amount);
  }

  /** What the caller may see of what it asks for; empty if that is nothing at all. */
  public static Optional<AccountFilter> narrow(Caller caller, AccountFilter asked) {
    if (caller.isCustomer()) {
      return agree(asked.clientId(), caller.clientId())
          ? Optional.of(asked.withClientId(caller.clientId()))
          : Optional.empty();
    }
    var branch = caller.boundBranch();
    if (branch.isEmpty()) {
      return Optional.of(asked);
    }
    return agree(asked.branch(), branch.get())
        ? Optional.of(asked.withBranch(branch.get()))
        : Optional.empty();
  }

  private static boolean isUnbound(Caller caller) {
    return !caller.isCustomer() && caller.boundBranch().isEmpty();
  }

  private static boolean agree(UUID asked, UUID bound) {
    return asked == null || asked.equals(bound);
  }

  private static boolean agree(String asked, String bound) {
    return asked == null || asked.equals(bound);
  }
}

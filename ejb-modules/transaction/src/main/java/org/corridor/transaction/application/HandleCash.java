package org.corridor.transaction.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.corridor.contracts.account.AccountSummary;
import org.corridor.kernel.Caller;
import org.corridor.kernel.Money;
import org.corridor.platform.audit.Concealed;
import org.corridor.transaction.application.TransactionAccess.Verdict;
import org.corridor.transaction.domain.Kind;
import org.corridor.transaction.domain.Movement;

/** Takes cash in, and pays it out, against the cash account of a branch. */
@ApplicationScoped
public class HandleCash {

  private static final String ACCOUNT = "/accountId";
  private static final String BRANCH = "/branch";

  private final Ledger ledger;
  private final MoveMoney moves;
  private final CashHours hours;
  private final Clock clock;

  /** For the container's proxy. */
  protected HandleCash() {
    this(null, null, null, null);
  }

  @Inject
  public HandleCash(
      Ledger ledger, MoveMoney moves, CashHours hours, @TransactionClock Clock clock) {
    this.ledger = ledger;
    this.moves = moves;
    this.hours = hours;
    this.clock = clock;
  }

  /**
   * What changes hands.
   *
   * @param account the client's
   * @param branch whose till; null for the caller's own
   * @param reference may be null; see {@link Movement#isReference}
   */
  public record Cash(UUID account, Money amount, String branch, String reference) {}

  /**
   * @throws org.corridor.contracts.account.LedgerUnavailable as {@link TransferMoney#transfer}
   */
  public CompletionStage<MoveOutcome> deposit(MoveRequest request, Cash cash) {
    return moves.move(request, () -> prepare(Kind.DEPOSIT, request.caller(), cash));
  }

  /**
   * @throws org.corridor.contracts.account.LedgerUnavailable as {@link TransferMoney#transfer}
   */
  public CompletionStage<MoveOutcome> withdraw(MoveRequest request, Cash cash) {
    return moves.move(request, () -> prepare(Kind.WITHDRAWAL, request.caller(), cash));
  }

  private Preparation prepare(Kind kind, Caller caller, Cash cash) {
    var badAmount = AccountCheck.badAmount(cash.amount());
    if (badAmount.isPresent()) {
      return badAmount.get();
    }
    var branch = cash.branch() != null ? cash.branch() : caller.branch();
    var verdict = TransactionAccess.mayUseTill(caller, branch, hours, clock.instant());
    if (verdict != Verdict.ALLOWED) {
      return new Preparation.Stopped(new MoveOutcome.Forbidden(verdict.detail()));
    }
    if (branch == null) {
      return Preparation.refused("branch-required", "Say whose till it is.", BRANCH);
    }
    var account =
        ledger
            .account(cash.account())
            .filter(
                a ->
                    Concealed.unless(
                        TransactionAccess.mayHandleCash(caller, a), caller, "account", a.id()));
    if (account.isEmpty()) {
      return AccountCheck.unknown(ACCOUNT);
    }
    return AccountCheck.refusal(account.get(), cash.amount(), ACCOUNT)
        .orElseGet(() -> withTill(kind, branch, account.get(), cash));
  }

  private Preparation withTill(Kind kind, String branch, AccountSummary account, Cash cash) {
    var currency = cash.amount().currency();
    var till = ledger.accountByNumber("CASH-" + branch + "-" + currency);
    if (till.isEmpty() || till.get().clientId() != null) {
      return Preparation.refused(
          "no-cash-account",
          "The branch " + branch + " keeps no cash in " + currency + ".",
          BRANCH);
    }
    return AccountCheck.refusal(till.get(), cash.amount(), BRANCH)
        .orElseGet(
            () -> {
              var client = AccountCheck.side(account);
              var cashSide = AccountCheck.side(till.get());
              var isDeposit = kind == Kind.DEPOSIT;
              return new Preparation.Ready(
                  new Movement(
                      kind,
                      isDeposit ? cashSide : client,
                      isDeposit ? client : cashSide,
                      cash.amount(),
                      cash.reference(),
                      null));
            });
  }
}

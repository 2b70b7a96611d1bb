package org.corridor.transaction.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.corridor.contracts.account.AccountSummary;
import org.corridor.kernel.Caller;
import org.corridor.kernel.Money;
import org.corridor.platform.audit.Concealed;
import org.corridor.transaction.domain.Movement;

/** Moves money from one client's account to another. */
@ApplicationScoped
public class TransferMoney {

  private final Ledger ledger;
  private final MoveMoney moves;

  /** For the container's proxy. */
  protected TransferMoney() {
    this(null, null);
  }

  @Inject
  public TransferMoney(Ledger ledger, MoveMoney moves) {
    this.ledger = ledger;
    this.moves = moves;
  }

  /**
   * What is to be transferred.
   *
   * @param destination an account's id, or its number
   * @param reference may be null; see {@link Movement#isReference}
   */
  public record Transfer(UUID source, Destination destination, Money amount, String reference) {}

  /** Exactly one of them is not null. */
  public record Destination(UUID id, String number) {

    String pointer() {
      return id != null ? "/destinationAccountId" : "/destinationAccountNumber";
    }
  }

  /**
   * @throws org.corridor.contracts.account.LedgerUnavailable if not even the accounts can be looked
   *     up; nothing was written
   */
  public CompletionStage<MoveOutcome> transfer(MoveRequest request, Transfer transfer) {
    var check =
        new PrepareTransfer(ledger::account, ledger::accountByNumber, TransferMoney::maySpend);
    return moves.move(request, () -> check.prepare(request.caller(), transfer));
  }

  private static boolean maySpend(Caller caller, AccountSummary account) {
    var maySpend = TransactionAccess.maySpend(caller, account);
    return Concealed.unless(maySpend, caller, "account", account.id());
  }
}

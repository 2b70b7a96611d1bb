package org.corridor.transaction.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.corridor.kernel.Money;
import org.corridor.transaction.domain.Kind;
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
    return moves.move(request, () -> prepare(request, transfer));
  }

  private Preparation prepare(MoveRequest request, Transfer transfer) {
    var amount = transfer.amount();
    var badAmount = AccountCheck.badAmount(amount);
    if (badAmount.isPresent()) {
      return badAmount.get();
    }
    var source =
        ledger
            .account(transfer.source())
            .filter(a -> TransactionAccess.maySpend(request.caller(), a));
    if (source.isEmpty()) {
      return AccountCheck.unknown("/sourceAccountId");
    }
    var to = transfer.destination();
    var destination =
        (to.id() != null ? ledger.account(to.id()) : ledger.accountByNumber(to.number()))
            .filter(account -> account.clientId() != null);
    if (destination.isEmpty()) {
      return AccountCheck.unknown(to.pointer());
    }
    if (source.get().id().equals(destination.get().id())) {
      return Preparation.refused(
          "same-account", "Source and destination are the same account.", to.pointer());
    }
    return AccountCheck.refusal(source.get(), amount, "/sourceAccountId")
        .or(() -> AccountCheck.refusal(destination.get(), amount, to.pointer()))
        .orElseGet(
            () ->
                new Preparation.Ready(
                    new Movement(
                        Kind.TRANSFER,
                        AccountCheck.side(source.get()),
                        AccountCheck.side(destination.get()),
                        amount,
                        transfer.reference(),
                        null)));
  }
}

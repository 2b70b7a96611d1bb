package org.corridor.transaction.application;

import java.util.Optional;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.corridor.contracts.account.AccountSummary;
import org.corridor.kernel.Caller;
import org.corridor.transaction.application.TransferMoney.Transfer;
import org.corridor.transaction.domain.Kind;
import org.corridor.transaction.domain.Movement;

/**
 * Holds a transfer that is asked for against the accounts, as far as these never change.
 *
 * @param byId finds an account
 * @param byNumber likewise
 * @param maySpend whether a caller may pay from an account
 */
record PrepareTransfer(
    Function<UUID, Optional<AccountSummary>> byId,
    Function<String, Optional<AccountSummary>> byNumber,
    BiPredicate<Caller, AccountSummary> maySpend) {

  Preparation prepare(Caller caller, Transfer transfer) {
    var amount = transfer.amount();
    var badAmount = AccountCheck.badAmount(amount);
    if (badAmount.isPresent()) {
      return badAmount.get();
    }
    var source = byId.apply(transfer.source()).filter(a -> maySpend.test(caller, a));
    if (source.isEmpty()) {
      return AccountCheck.unknown("/sourceAccountId");
    }
    var to = transfer.destination();
    var destination =
        (to.id() != null ? byId.apply(to.id()) : byNumber.apply(to.number()))
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
        .orElseGet(() -> ready(transfer, source.get(), destination.get()));
  }

  private static Preparation ready(
      Transfer transfer, AccountSummary source, AccountSummary destination) {
    return new Preparation.Ready(
        new Movement(
            Kind.TRANSFER,
            AccountCheck.side(source),
            AccountCheck.side(destination),
            transfer.amount(),
            transfer.reference(),
            null));
  }
}

package org.corridor.transaction.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.corridor.kernel.Money;
import org.corridor.transaction.domain.Transaction.Settlement;
import org.corridor.transaction.domain.TransferBatch.Fault;
import org.corridor.transaction.domain.TransferBatch.Item;
import org.corridor.transaction.domain.TransferBatch.Mode;
import org.corridor.transaction.domain.TransferBatch.State;
import org.junit.jupiter.api.Test;

class TransferBatchTest {

  private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
  private static final Instant LATER = NOON.plusSeconds(2);
  private static final Making MAKING = new Making("anna", NOON, "correlation");
  private static final Settlement BOOKED = new Settlement(NOON.plusSeconds(1), null);
  private static final Settlement REFUSED =
      new Settlement(null, new Refusal("insufficient-funds", "Too little."));

  private final Side from = new Side(UUID.randomUUID(), UUID.randomUUID(), "BER");
  private final Side to = new Side(UUID.randomUUID(), UUID.randomUUID(), "MUC");

  private Item item() {
    var amount = Money.of(10_00, "EUR");
    var movement = new Movement(Kind.TRANSFER, from, to, amount, null, null);
    return Item.ordered(UUID.randomUUID(), movement);
  }

  private static TransferBatch batch(Mode mode, Item... items) {
    return TransferBatch.ordered(UUID.randomUUID(), mode, MAKING, List.of(items));
  }

  @Test
  void eachOrderTakesItsAnswerAndTheOthersNone() {
    var refused = Item.refused(new Fault("same-account", "The same.", "/transfers/0"));
    var waiting = item().within(Optional.of(ApprovalReason.ABOVE_THRESHOLD));
    var batch = batch(Mode.EACH, refused, item(), waiting, item());
    assertThat(batch.orders()).containsExactly(batch.items().get(1), batch.items().get(3));

    var closing = batch.close(List.of(BOOKED, REFUSED), "anna", LATER);

    assertThat(closing.after().status()).isEqualTo(TransferBatch.Status.COMPLETED);
    assertThat(closing.after().closedAt()).isEqualTo(LATER);
    assertThat(closing.after().items())
        .extracting(Item::state)
        .containsExactly(State.REFUSED, State.PAID, State.AWAITING_APPROVAL, State.DECLINED);
    assertThat(closing.after().items().get(3).fault())
        .isEqualTo(new Fault("insufficient-funds", "Too little.", null));
    assertThat(closing.changes())
        .extracting(change -> change.after().status())
        .containsExactly(Status.PAID, Status.AWAITING_APPROVAL, Status.DECLINED);
  }

  @Test
  void aTransactionOfABatchIsTheFoldOfItsEvents() {
    var closing = batch(Mode.EACH, item(), item()).close(List.of(BOOKED, REFUSED), "anna", LATER);

    assertThat(closing.changes())
        .allSatisfy(
            change -> {
              assertThat(change.events()).hasSize(2);
              assertThat(Transaction.fold(change.events())).isEqualTo(change.after());
              assertThat(change.events().get(0).at()).isEqualTo(NOON);
              assertThat(change.events().get(1).at()).isEqualTo(LATER);
            });
  }

  @Test
  void oneRefusalRefusesAllOrNothing() {
    var all = batch(Mode.ALL_OR_NOTHING, item(), item());

    assertThat(all.close(List.of(BOOKED, BOOKED), "anna", LATER).after().status())
        .isEqualTo(TransferBatch.Status.COMPLETED);
    assertThat(all.close(List.of(REFUSED, REFUSED), "anna", LATER).after().status())
        .isEqualTo(TransferBatch.Status.REFUSED);
  }

  @Test
  void anOrderWithoutAnAnswerClosesNothing() {
    var batch = batch(Mode.EACH, item(), item());

    assertThatThrownBy(() -> batch.close(List.of(BOOKED), "anna", LATER))
        .isInstanceOf(NoSuchElementException.class);
  }
}

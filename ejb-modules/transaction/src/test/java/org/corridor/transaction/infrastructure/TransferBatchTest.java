package org.corridor.transaction.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.corridor.transaction.infrastructure.World.batch;
import static org.corridor.transaction.infrastructure.World.eur;
import static org.corridor.transaction.infrastructure.World.made;
import static org.corridor.transaction.infrastructure.World.request;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.corridor.transaction.application.BatchOutcome;
import org.corridor.transaction.application.MoveOutcome;
import org.corridor.transaction.application.TransferMoney.Destination;
import org.corridor.transaction.application.TransferMoney.Transfer;
import org.corridor.transaction.domain.Status;
import org.corridor.transaction.domain.TransferBatch;
import org.corridor.transaction.domain.TransferBatch.Fault;
import org.corridor.transaction.domain.TransferBatch.Item;
import org.corridor.transaction.domain.TransferBatch.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many transfers in one request, on a real database. */
class TransferBatchTest {

  private final World world = new World();

  @BeforeEach
  void annaHasMoney() {
    world.ledger.setBalance(world.annas, 20_000_00);
  }

  @AfterEach
  void theRowsAreWhatTheEventsSay() {
    assertThat(world.projection.compare()).isEmpty();
    assertThat(world.count("select count(*) from transfer_batch where status = 'ORDERED'"))
        .isZero();
  }

  @Test
  void eachIsATransactionLikeOneThatCameAlone() {
    var alone = made(world.transfers.transfer(request(world.anna), world.toBen(10_00)));

    var batch =
        batch(world.batches.each(request(world.anna), world.toBen(10_00), world.toBen(5_00)));

    assertThat(batch.status()).isEqualTo(TransferBatch.Status.COMPLETED);
    assertThat(states(batch)).containsExactly(State.PAID, State.PAID);
    var first = world.read(batch.items().get(0).transactionId());
    assertThat(first)
        .usingRecursiveComparison()
        .ignoringFields("id")
        .withStrictTypeChecking()
        .isEqualTo(alone);
    assertThat(world.ledger.balance(world.bens)).isEqualTo(25_00);
    assertThat(world.used(world.annas, "TRANSFER")).isEqualTo(25_00);
    assertThat(world.count("select count(*) from event where stream like 'transaction/%'"))
        .isEqualTo(6);
    assertThat(world.counted).containsEntry("TRANSFER PAID", 3);
    assertThat(world.readBatch(batch.id())).isEqualTo(batch);
  }

  @Test
  void theLedgerIsAskedOnceForAll() {
    batch(world.batches.each(request(world.anna), many(1_000, world.toBen(1))));

    assertThat(world.ledger.orders()).isEqualTo(1);
    assertThat(world.ledger.journals()).isEqualTo(1_000);
    assertThat(world.used(world.annas, "TRANSFER")).isEqualTo(1_000);
  }

  @Test
  void aReversalOfOneOfABatchIsAsOfAnyOther() {
    var batch = batch(world.batches.each(request(world.anna), world.toBen(10_00)));
    var id = batch.items().get(0).transactionId();

    made(world.reversals.reverse(request(world.admin), id, "typo"));

    assertThat(world.read(id).status()).isEqualTo(Status.REVERSED);
    assertThat(world.ledger.balance(world.bens)).isZero();
    assertThat(world.readBatch(batch.id())).as("as it was closed").isEqualTo(batch);
  }

  @Test
  void whatIsWrongWithOneDoesNotHinderTheOthers() {
    var unknown = new Transfer(annas(), new Destination(UUID.randomUUID(), null), eur(1), null);
    var notHers = new Transfer(world.bens.id(), new Destination(annas(), null), eur(1), null);
    var toItself = new Transfer(annas(), new Destination(annas(), null), eur(1), null);
    var byNumber = new Transfer(annas(), new Destination(null, "DE02"), eur(3_00), null);
    var noNumber = new Transfer(annas(), new Destination(null, "DE99"), eur(3_00), null);

    var batch =
        batch(
            world.batches.each(
                request(world.anna),
                world.toBen(1_00),
                unknown,
                notHers,
                toItself,
                world.toBen(0),
                byNumber,
                noNumber,
                world.toBen(10_000_01)));

    assertThat(states(batch))
        .containsExactly(
            State.PAID,
            State.REFUSED,
            State.REFUSED,
            State.REFUSED,
            State.REFUSED,
            State.PAID,
            State.REFUSED,
            State.REFUSED);
    assertThat(batch.items().stream().map(Item::fault).filter(f -> f != null))
        .extracting(fault -> fault.code() + " " + fault.pointer())
        .containsExactly(
            "unknown-account /transfers/1/destinationAccountId",
            "unknown-account /transfers/2/sourceAccountId",
            "same-account /transfers/3/destinationAccountId",
            "amount-not-positive /transfers/4/amount",
            "unknown-account /transfers/6/destinationAccountNumber",
            "transaction-limit-exceeded /transfers/7/amount");
    assertThat(world.ledger.balance(world.bens)).isEqualTo(4_00);
    assertThat(world.used(world.annas, "TRANSFER")).isEqualTo(4_00);
  }

  @Test
  void whatTheLedgerRefusesIsDeclinedAndCountsNoLonger() {
    world.ledger.setBalance(world.annas, 15_00);

    var batch =
        batch(world.batches.each(request(world.anna), world.toBen(10_00), world.toBen(10_00)));

    assertThat(states(batch)).containsExactly(State.PAID, State.DECLINED);
    var declined = batch.items().get(1);
    assertThat(declined.fault().code()).isEqualTo("insufficient-funds");
    assertThat(world.read(declined.transactionId()).status()).isEqualTo(Status.DECLINED);
    assertThat(world.used(world.annas, "TRANSFER")).isEqualTo(10_00);
  }

  @Test
  void theDaysLimitIsSharedInTheOrderOfTheRequest() {
    world.ledger.setBalance(world.annas, 1_000_000_00);
    made(world.transfers.transfer(request(world.anna), world.toBen(4_000_00)));

    var batch = batch(world.batches.each(request(world.anna), many(6, world.toBen(3_000_00))));

    assertThat(states(batch))
        .containsExactly(State.PAID, State.PAID, State.PAID, State.PAID, State.PAID, State.REFUSED);
    assertThat(batch.items().get(5).fault())
        .returns("daily-limit-exceeded", Fault::code)
        .returns("/transfers/5/amount", Fault::pointer);
    assertThat(world.used(world.annas, "TRANSFER")).isEqualTo(19_000_00);
  }

  @Test
  void whatNeedsApprovalAwaitsItAndTheRestIsPaid() {
    var batch =
        batch(world.batches.each(request(world.anna), world.toBen(6_000_00), world.toBen(1_00)));

    assertThat(states(batch)).containsExactly(State.AWAITING_APPROVAL, State.PAID);
    var waiting = batch.items().get(0).transactionId();
    assertThat(world.read(waiting).status()).isEqualTo(Status.AWAITING_APPROVAL);
    assertThat(world.ledger.journals()).isEqualTo(1);

    made(world.decisions.approve(world.admin, waiting));
    assertThat(world.read(waiting).status()).isEqualTo(Status.PAID);
    assertThat(world.ledger.balance(world.bens)).isEqualTo(6_001_00);
  }

  @Test
  void aBatchOfNothingButRefusalsIsAnsweredAllTheSame() {
    var batch = batch(world.batches.each(request(world.anna), world.toBen(10_000_01)));

    assertThat(states(batch)).containsExactly(State.REFUSED);
    assertThat(world.ledger.orders()).isZero();
    assertThat(world.count("select count(*) from transaction")).isZero();
  }

  @Test
  void allOrNothingIsAll() {
    var batch =
        batch(
            world.batches.allOrNothing(request(world.anna), world.toBen(10_00), world.toBen(5_00)));

    assertThat(batch.status()).isEqualTo(TransferBatch.Status.COMPLETED);
    assertThat(states(batch)).containsOnly(State.PAID);
    assertThat(world.ledger.balance(world.bens)).isEqualTo(15_00);
  }

  @Test
  void allOrNothingIsNothingWhenARuleForbidsOne() {
    var request = request(world.anna, "k");
    assertRefused(
        world.batches.allOrNothing(request, world.toBen(10_00), world.toBen(0), world.toBen(-1)),
        "amount-not-positive /transfers/1/amount",
        "amount-not-positive /transfers/2/amount");
    assertRefused(
        world.batches.allOrNothing(request, world.toBen(10_00), world.toBen(10_000_01)),
        "transaction-limit-exceeded /transfers/1/amount");
    assertRefused(
        world.batches.allOrNothing(request, world.toBen(6_000_00), world.toBen(1_00)),
        "approval-required /transfers/0/amount");
    assertRefused(
        world.batches.allOrNothing(request, many(5, world.toBen(4_500_00))),
        "daily-limit-exceeded /transfers/4/amount");

    assertThat(world.count("select count(*) from transfer_batch")).isZero();
    assertThat(world.count("select count(*) from idempotency_key")).as("the key is free").isZero();
    assertThat(world.used(world.annas, "TRANSFER")).isZero();
    assertThat(world.ledger.orders()).isZero();
    assertThat(states(batch(world.batches.allOrNothing(request, world.toBen(1)))))
        .containsExactly(State.PAID);
  }

  @Test
  void allOrNothingIsNothingWhenTheLedgerRefusesOne() {
    world.ledger.setBalance(world.annas, 15_00);
    var request = request(world.anna, "k");

    var batch = batch(world.batches.allOrNothing(request, world.toBen(10_00), world.toBen(10_00)));

    assertThat(batch.status()).isEqualTo(TransferBatch.Status.REFUSED);
    assertThat(batch.items())
        .extracting(item -> item.state() + " " + item.fault().code())
        .containsExactly("DECLINED batch-refused", "DECLINED insufficient-funds");
    assertThat(world.ledger.balance(world.annas)).isEqualTo(15_00);
    assertThat(world.used(world.annas, "TRANSFER")).isZero();
    assertThat(world.batches.allOrNothing(request, world.toBen(10_00), world.toBen(10_00)))
        .isEqualTo(new BatchOutcome.Made(batch, true));
  }

  @Test
  void theSameKeyGetsTheFirstAnswerAndAnotherRequestNone() {
    var request = request(world.anna, "k");
    var first = batch(world.batches.each(request, world.toBen(10_00)));

    assertThat(world.batches.each(request, world.toBen(10_00)))
        .isEqualTo(new BatchOutcome.Made(first, true));
    world.execute("update idempotency_key set fingerprint = '\\x00'");
    assertThat(world.batches.each(request, world.toBen(10_00)))
        .isEqualTo(new BatchOutcome.KeyReused());
    assertThat(world.transfers.transfer(request, world.toBen(10_00)))
        .isEqualTo(new MoveOutcome.KeyReused());
    assertThat(world.ledger.balance(world.bens)).isEqualTo(10_00);
  }

  @Test
  void aBatchIsItsMakersAlone() {
    var id = batch(world.batches.each(request(world.anna), world.toBen(1))).id();

    assertThat(world.batches.money().find(world.anna, id)).isPresent();
    assertThat(world.batches.money().find(world.admin, id)).isPresent();
    assertThat(world.batches.money().find(world.ben, id)).isEmpty();
    assertThat(world.batches.money().find(world.teller, id)).isEmpty();
    assertThat(world.batches.money().find(world.anna, UUID.randomUUID())).isEmpty();
  }

  private UUID annas() {
    return world.annas.id();
  }

  static Transfer[] many(int count, Transfer transfer) {
    return Collections.nCopies(count, transfer).toArray(Transfer[]::new);
  }

  static List<State> states(TransferBatch batch) {
    return batch.items().stream().map(Item::state).toList();
  }

  private static void assertRefused(BatchOutcome outcome, String... faults) {
    assertThat(outcome).isInstanceOf(BatchOutcome.Refused.class);
    assertThat(((BatchOutcome.Refused) outcome).faults())
        .extracting(fault -> fault.code() + " " + fault.pointer())
        .containsExactlyElementsOf(Arrays.asList(faults));
  }
}

package org.corridor.transaction.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.corridor.transaction.infrastructure.TransferBatchTest.states;
import static org.corridor.transaction.infrastructure.World.PATIENCE;
import static org.corridor.transaction.infrastructure.World.batch;
import static org.corridor.transaction.infrastructure.World.request;

import java.time.Duration;
import java.util.UUID;
import org.corridor.transaction.application.BatchOutcome;
import org.corridor.transaction.application.MoveRequest;
import org.corridor.transaction.domain.Status;
import org.corridor.transaction.domain.TransferBatch;
import org.corridor.transaction.domain.TransferBatch.State;
import org.corridor.transaction.infrastructure.FakeLedger.Trouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever is lost between the first and the last step of a batch is found again. */
class BatchHealingTest {

  private final World world = new World();
  private final MoveRequest request = request(world.anna, "k");

  @BeforeEach
  void annaHasMoney() {
    world.ledger.setBalance(world.annas, 100_00);
  }

  @AfterEach
  void theRowsAreWhatTheEventsSay() {
    assertThat(world.projection.compare()).isEmpty();
  }

  private BatchOutcome two() {
    return world.batches.each(request, world.toBen(30_00), world.toBen(20_00));
  }

  /** As a server that is killed before, or after, the ledger has posted. */
  private UUID lost(Trouble trouble) {
    world.ledger.meets(trouble);
    var lost = batch(two());
    world.ledger.meets(Trouble.NONE);
    assertThat(lost.status()).isEqualTo(TransferBatch.Status.ORDERED);
    assertThat(world.count("select count(*) from transaction")).isZero();
    assertThat(world.used(world.annas, "TRANSFER")).as("reserved").isEqualTo(50_00);
    return lost.id();
  }

  private void assertPaidOnce(UUID id) {
    var batch = world.readBatch(id);
    assertThat(batch.status()).isEqualTo(TransferBatch.Status.COMPLETED);
    assertThat(states(batch)).containsOnly(State.PAID);
    assertThat(batch.items()).allMatch(i -> world.read(i.transactionId()).status() == Status.PAID);
    assertThat(world.ledger.balance(world.bens)).isEqualTo(50_00);
    assertThat(world.used(world.annas, "TRANSFER")).isEqualTo(50_00);
    assertThat(two()).isEqualTo(new BatchOutcome.Made(batch, true));
  }

  @Test
  void aBatchThatNeverReachedTheLedgerIsOrderedAgain() {
    var lost = lost(Trouble.NOT_REACHED);
    assertThat(world.batchReconciliation.reconcileOnce()).as("too early").isZero();
    assertThat(two()).isEqualTo(new BatchOutcome.KeyInUse());

    world.clock.advance(PATIENCE);
    assertThat(world.batchReconciliation.reconcileOnce()).isEqualTo(1);

    assertPaidOnce(lost);
    assertThat(world.batchReconciliation.reconcileOnce()).isZero();
  }

  @Test
  void aBatchThatWasPostedButNotAnsweredIsPostedOnce() {
    var lost = lost(Trouble.POSTED_BUT_NOT_ANSWERED);
    assertThat(world.ledger.journals()).isEqualTo(2);

    world.clock.advance(PATIENCE);
    world.batchReconciliation.reconcileOnce();

    assertThat(world.ledger.journals()).isEqualTo(2);
    assertPaidOnce(lost);
  }

  @Test
  void theLedgersEventsAboutALostBatchAreNoHindrance() {
    var lost = lost(Trouble.POSTED_BUT_NOT_ANSWERED);
    world.clock.advance(PATIENCE);
    world.readBatch(lost).items().forEach(i -> world.journalPosted(i.transactionId()));

    world.batchReconciliation.reconcileOnce();

    assertPaidOnce(lost);
  }

  @Test
  void aLostBatchThatIsRefusedIsBelievedOnlyWhenNoOtherOrderCanBeFulfilledAnyMore() {
    var lost = lost(Trouble.NOT_REACHED);
    world.ledger.setBalance(world.annas, 30_00);

    world.clock.advance(PATIENCE);
    world.batchReconciliation.reconcileOnce();
    assertThat(world.readBatch(lost).status()).isEqualTo(TransferBatch.Status.ORDERED);

    for (var i = 0; i < 3; i++) {
      world.clock.advance(Duration.ofSeconds(60));
      world.batchReconciliation.reconcileOnce();
    }
    assertThat(states(world.readBatch(lost))).containsExactly(State.PAID, State.DECLINED);
    assertThat(world.used(world.annas, "TRANSFER")).isEqualTo(30_00);
    assertThat(world.ledger.balance(world.bens)).isEqualTo(30_00);
  }

  @Test
  void aRefusalOfTheLiveRequestIsNotBelievedWhenTheReconciliationHasTakenOver() {
    world.ledger.setBalance(world.annas, 30_00);
    world.ledger.beforeAnswering(
        () -> {
          world.clock.advance(PATIENCE);
          assertThat(
                  world.units.within(() -> world.stored.retry(world.clock.instant(), PATIENCE, 10)))
              .hasSize(1);
        });

    var live = batch(two());

    assertThat(live.status()).isEqualTo(TransferBatch.Status.ORDERED);
    world.ledger.setBalance(world.annas, 70_00);
    world.clock.advance(PATIENCE.multipliedBy(2));
    world.batchReconciliation.reconcileOnce();
    assertPaidOnce(live.id());
  }

  @Test
  void reconciliationThatRacesWithTheLiveRequestMovesTheMoneyOnce() {
    world.ledger.beforeAnswering(
        () -> {
          world.clock.advance(PATIENCE);
          assertThat(world.batchReconciliation.reconcileOnce()).isEqualTo(1);
        });

    var live = batch(two());

    assertThat(world.ledger.journals()).isEqualTo(2);
    assertThat(world.count("select count(*) from event where type = 'transaction.paid.v1'"))
        .isEqualTo(2);
    assertPaidOnce(live.id());
  }

  @Test
  void allOrNothingIsHealedAsSuch() {
    world.ledger.meets(Trouble.NOT_REACHED);
    var lost = batch(world.batches.allOrNothing(request, world.toBen(30_00), world.toBen(20_00)));
    world.ledger.meets(Trouble.NONE);
    world.ledger.setBalance(world.annas, 30_00);

    for (var i = 0; i < 4; i++) {
      world.clock.advance(Duration.ofSeconds(60));
      world.batchReconciliation.reconcileOnce();
    }

    var refused = world.readBatch(lost.id());
    assertThat(refused.status()).isEqualTo(TransferBatch.Status.REFUSED);
    assertThat(states(refused)).containsOnly(State.DECLINED);
    assertThat(world.ledger.journals()).isZero();
    assertThat(world.used(world.annas, "TRANSFER")).isZero();
  }
}

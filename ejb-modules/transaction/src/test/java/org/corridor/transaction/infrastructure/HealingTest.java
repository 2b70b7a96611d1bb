package org.corridor.transaction.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.corridor.transaction.infrastructure.World.PATIENCE;
import static org.corridor.transaction.infrastructure.World.eur;
import static org.corridor.transaction.infrastructure.World.made;
import static org.corridor.transaction.infrastructure.World.request;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.corridor.transaction.application.MoveOutcome;
import org.corridor.transaction.application.MoveRequest;
import org.corridor.transaction.application.TakeJournalPosted.JournalPosted;
import org.corridor.transaction.application.TransactionAccess;
import org.corridor.transaction.application.TransactionQuery;
import org.corridor.transaction.domain.Status;
import org.corridor.transaction.domain.Transaction;
import org.corridor.transaction.infrastructure.FakeLedger.Trouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever is lost between the first and the last step of a movement is found again. */
class HealingTest {

  private static final class Crash extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final World world = new World();

  @BeforeEach
  void annaHasMoney() {
    world.ledger.setBalance(world.annas, 100_00);
  }

  @Test
  void aCrashBeforeTheLedgerIsReachedIsHealedByOrderingAgain() {
    var lost = crashBeforeTheLedger();
    assertThat(lost.status()).isEqualTo(Status.CREATED);
    assertThat(world.reconciliation.reconcileOnce()).isZero();

    world.clock.advance(PATIENCE);
    assertThat(world.reconciliation.reconcileOnce()).isEqualTo(1);

    assertPaidOnce(lost.id());
  }

  @Test
  void aCrashAfterTheLedgerHasPostedIsHealedByAsking() {
    var lost = crashAfterTheLedger();
    assertThat(lost.status()).isEqualTo(Status.CREATED);
    assertThat(world.ledger.journals()).isEqualTo(1);

    world.clock.advance(PATIENCE);
    world.reconciliation.reconcileOnce();

    assertPaidOnce(lost.id());
    assertThat(world.ledger.orders()).as("asked, not ordered again").isEqualTo(1);
  }

  @Test
  void aCrashAfterTheLedgerHasPostedIsHealedByItsEvent() {
    var lost = crashAfterTheLedger();
    var event = new JournalPosted(UUID.randomUUID(), lost.id(), World.NOON);

    world.clock.advance(PATIENCE.plusSeconds(1));
    assertThat(world.journalPosted.take(List.of(event))).isEqualTo(1);
    assertThat(world.journalPosted.take(List.of(event))).as("the same event again").isZero();

    assertPaidOnce(lost.id());
    assertThat(world.reconciliation.reconcileOnce()).isZero();
  }

  @Test
  void anEventThatComesWhileTheOutcomeIsBeingWrittenIsLeftToWhoWritesIt() {
    var lost = crashAfterTheLedger();

    assertThat(world.journalPosted(lost.id())).isZero();
    assertThat(world.read(lost.id())).isEqualTo(lost);

    world.clock.advance(PATIENCE);
    assertThat(world.reconciliation.reconcileOnce()).isEqualTo(1);
    assertPaidOnce(lost.id());
  }

  @Test
  void anEventThatComesBeforeTheLastStepIsNoHindrance() {
    var request = request(world.anna, "k");
    world.ledger.afterPosting(world::journalPosted);

    var paid = made(world.transfers.transfer(request, world.toBen(40_00)));

    assertThat(paid.status()).isEqualTo(Status.PAID);
    assertThat(paid.version()).isEqualTo(2);
    assertPaidOnce(paid.id());
    assertThat(world.transfers.transfer(request, world.toBen(40_00)))
        .isEqualTo(new MoveOutcome.Made(paid, true));
  }

  @Test
  void anEventThatComesAfterTheLastStepOrIsNotOursChangesNothing() {
    var paid = made(world.transfers.transfer(request(world.anna), world.toBen(40_00)));

    assertThat(world.journalPosted(paid.id())).isZero();
    assertThat(world.journalPosted(UUID.randomUUID())).isZero();
    assertThat(world.read(paid.id())).isEqualTo(paid);
  }

  @Test
  void aSilentLedgerMakesItUnknownUntilItSpeaksAgain() {
    world.ledger.meets(Trouble.POSTED_BUT_NOT_ANSWERED);
    var request = request(world.anna, "k");
    var unknown = made(world.transfers.transfer(request, world.toBen(40_00)));
    assertThat(unknown.status()).isEqualTo(Status.UNKNOWN);

    world.ledger.meets(Trouble.NOT_REACHED);
    world.clock.advance(PATIENCE);
    world.reconciliation.reconcileOnce();
    assertThat(world.read(unknown.id())).isEqualTo(unknown);

    world.ledger.meets(Trouble.NONE);
    world.clock.advance(PATIENCE.multipliedBy(2));
    world.reconciliation.reconcileOnce();

    assertPaidOnce(unknown.id());
    assertThat(world.transfers.transfer(request, world.toBen(40_00)))
        .as("the first answer again")
        .isEqualTo(new MoveOutcome.Made(unknown, true));
  }

  @Test
  void aTransactionIsFoundAndItsRowNotMissedBeforeTheLedgerHasAnswered() {
    var lost = crashBeforeTheLedger();

    assertThat(world.count("select count(*) from transaction")).isZero();
    assertThat(world.read(lost.id())).isEqualTo(lost);
    assertThat(world.projection.compare()).isEmpty();

    world.execute("delete from pending_order");

    assertThat(world.projection.rebuild()).containsExactly(lost.id());
    assertThat(listOfAnna()).containsExactly(lost);
    assertThat(world.projection.compare()).isEmpty();
  }

  @Test
  void theKeyOfALostRequestIsInUseUntilItIsHealedAndThenAnswered() {
    var request = request(world.anna, "k");
    var lost = crashBeforeTheLedger(request);
    assertThat(world.transfers.transfer(request, world.toBen(40_00)))
        .isEqualTo(new MoveOutcome.KeyInUse());

    world.clock.advance(PATIENCE);
    world.reconciliation.reconcileOnce();

    var answer = world.transfers.transfer(request, world.toBen(40_00));
    assertThat(answer).isEqualTo(new MoveOutcome.Made(world.read(lost.id()), true));
    assertPaidOnce(lost.id());
  }

  @Test
  void aLostOrderThatIsRefusedIsBelievedOnlyWhenNoOtherCanBeFulfilledAnyMore() {
    var lost = crashBeforeTheLedger();
    world.ledger.setBalance(world.annas, 0);

    world.clock.advance(PATIENCE);
    world.reconciliation.reconcileOnce();
    assertThat(world.read(lost.id()).status()).isEqualTo(Status.CREATED);

    for (var i = 0; i < 3; i++) {
      world.clock.advance(Duration.ofSeconds(60));
      world.reconciliation.reconcileOnce();
    }
    assertThat(world.read(lost.id()).status()).isEqualTo(Status.DECLINED);
    assertThat(world.used(world.annas, "TRANSFER")).isZero();
    assertThat(world.count("select count(*) from pending_order")).isZero();
  }

  @Test
  void aRefusalOfTheLiveRequestIsNotBelievedWhenTheReconciliationHasTakenOver() {
    world.ledger.setBalance(world.annas, 0);
    world.ledger.beforeAnswering(
        () -> {
          world.clock.advance(PATIENCE);
          assertThat(
                  world.units.within(
                      () -> world.pending.retry(world.clock.instant(), PATIENCE, 10)))
              .hasSize(1);
        });

    var live = made(world.transfers.transfer(request(world.anna), world.toBen(40_00)));

    assertThat(live.status()).isEqualTo(Status.CREATED);
    world.ledger.setBalance(world.annas, 100_00);
    world.clock.advance(PATIENCE.multipliedBy(2));
    world.reconciliation.reconcileOnce();
    assertPaidOnce(live.id());
  }

  @Test
  void aJournalThatAppearsAfterADeclineIsTheTruth() {
    var declined = made(world.transfers.transfer(request(world.anna), world.toBen(100_01)));
    assertThat(declined.status()).isEqualTo(Status.DECLINED);

    assertThat(world.journalPosted(declined.id())).isEqualTo(1);

    assertThat(world.read(declined.id()).status()).isEqualTo(Status.PAID);
    assertThat(world.used(world.annas, "TRANSFER")).isEqualTo(100_01);
  }

  @Test
  void reconciliationThatRacesWithTheLiveRequestMovesTheMoneyOnce() {
    for (var round = 0; round < 10; round++) {
      world.ledger.setBalance(world.annas, 40_00);
      world.ledger.setBalance(world.bens, 0);
      world.ledger.beforePosting(() -> world.clock.advance(PATIENCE));
      var before = world.ledger.journals();

      var done =
          World.<Object>atOnce(
              4,
              i ->
                  i == 0
                      ? () -> world.transfers.transfer(request(world.anna), world.toBen(40_00))
                      : () -> {
                        var found = 0;
                        for (var k = 0; k < 20; k++) {
                          found += world.reconciliation.reconcileOnce();
                        }
                        return found;
                      });

      var live = made((MoveOutcome) done.get(0));
      assertThat(world.read(live.id()).status()).isEqualTo(Status.PAID);
      assertThat(world.ledger.balance(world.bens)).isEqualTo(40_00);
      assertThat(world.ledger.journals()).isEqualTo(before + 1);
      assertThat(world.reading.history(world.admin, live.id()).orElseThrow()).hasSize(2);
    }
  }

  @Test
  void replicasShareTheLostOrdersAmongThem() {
    for (var i = 0; i < 20; i++) {
      crashBeforeTheLedger(request(world.anna), 1);
    }
    world.clock.advance(PATIENCE);

    var taken = World.atOnce(4, i -> () -> world.reconciliation.reconcileOnce());

    assertThat(taken.stream().mapToInt(Integer::intValue).sum()).isEqualTo(20);
    assertThat(world.ledger.orders()).isEqualTo(20);
    assertThat(world.ledger.balance(world.bens)).isEqualTo(20);
  }

  @Test
  void anOrderThatCannotBeGivenNowDoesNotHoldUpTheOthers() {
    crashBeforeTheLedger(request(world.anna), 1);
    crashBeforeTheLedger(request(world.anna), 1);
    world.ledger.beforePosting(
        () -> {
          throw new Crash();
        });

    world.clock.advance(PATIENCE);
    assertThat(world.reconciliation.reconcileOnce()).isEqualTo(2);
    assertThat(world.ledger.journals()).isEqualTo(1);

    world.clock.advance(PATIENCE.multipliedBy(2));
    assertThat(world.reconciliation.reconcileOnce()).isEqualTo(1);
    assertThat(world.ledger.journals()).isEqualTo(2);
  }

  @Test
  void aReversalThatIsLostIsHealedToo() {
    var paid = world.paidTransfer(40_00);
    world.ledger.afterPosting(
        id -> {
          throw new Crash();
        });
    crash(() -> world.reversals.reverse(request(world.admin), paid.id(), null));
    assertThat(world.read(paid.id()).status()).isEqualTo(Status.PAID);

    world.clock.advance(PATIENCE);
    world.reconciliation.reconcileOnce();

    assertThat(world.read(paid.id()).status()).isEqualTo(Status.REVERSED);
    assertThat(world.ledger.balance(world.bens)).isZero();
  }

  private Transaction crashBeforeTheLedger() {
    return crashBeforeTheLedger(request(world.anna));
  }

  private Transaction crashBeforeTheLedger(MoveRequest request) {
    return crashBeforeTheLedger(request, 40_00);
  }

  private Transaction crashBeforeTheLedger(MoveRequest request, long cents) {
    var orders = world.ledger.orders();
    world.ledger.beforePosting(
        () -> {
          throw new Crash();
        });
    crash(() -> world.transfers.transfer(request, world.toBen(cents)));
    assertThat(world.ledger.orders()).isEqualTo(orders);
    return theOnlyOpenOne();
  }

  private Transaction crashAfterTheLedger() {
    world.ledger.afterPosting(
        id -> {
          throw new Crash();
        });
    crash(() -> world.transfers.transfer(request(world.anna), world.toBen(40_00)));
    return theOnlyOpenOne();
  }

  private static void crash(Runnable work) {
    try {
      work.run();
      throw new AssertionError("it did not crash");
    } catch (Crash expected) {
      // the process is gone: what was committed before stays, nothing else
    }
  }

  private Transaction theOnlyOpenOne() {
    var open = world.read(world.id("select transaction_id from pending_order"));
    assertThat(open.status()).isEqualTo(Status.CREATED);
    return open;
  }

  private List<Transaction> listOfAnna() {
    var reach = TransactionAccess.reach(world.anna);
    return world.reading.list(new TransactionQuery(reach, null, null, null, null, null, null), 10);
  }

  private void assertPaidOnce(UUID id) {
    assertThat(world.read(id).status()).isEqualTo(Status.PAID);
    assertThat(world.ledger.journals()).isEqualTo(1);
    assertThat(world.ledger.balance(world.bens)).isEqualTo(40_00);
    assertThat(world.count("select count(*) from pending_order")).isZero();
    assertThat(world.used(world.annas, "TRANSFER")).isEqualTo(eur(40_00).minorUnits());
    assertThat(world.projection.compare()).isEmpty();
    assertThat(listOfAnna()).extracting(Transaction::id).containsExactly(id);
  }
}

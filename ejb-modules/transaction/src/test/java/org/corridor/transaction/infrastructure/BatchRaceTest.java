package org.corridor.transaction.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.corridor.transaction.infrastructure.TransferBatchTest.many;
import static org.corridor.transaction.infrastructure.TransferBatchTest.states;
import static org.corridor.transaction.infrastructure.World.atOnce;
import static org.corridor.transaction.infrastructure.World.batch;
import static org.corridor.transaction.infrastructure.World.request;

import java.util.List;
import java.util.stream.Stream;
import org.corridor.transaction.application.BatchOutcome;
import org.corridor.transaction.application.BatchOutcome.KeyInUse;
import org.corridor.transaction.application.BatchOutcome.Made;
import org.corridor.transaction.application.BatchOutcome.Refused;
import org.corridor.transaction.application.MoveOutcome;
import org.corridor.transaction.application.TransferMoney.Destination;
import org.corridor.transaction.application.TransferMoney.Transfer;
import org.corridor.transaction.domain.Status;
import org.corridor.transaction.domain.TransferBatch;
import org.corridor.transaction.domain.TransferBatch.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Batches and others at the same instant, on a real database. */
class BatchRaceTest {

  private static final int MANY = 20;

  private final World world = new World();

  @AfterEach
  void theRowsAreWhatTheEventsSay() {
    assertThat(world.projection.compare()).isEmpty();
  }

  @Test
  void theSameKeyTwentyTimesMovesEachOnce() {
    world.ledger.setBalance(world.annas, 1_000_00);
    var request = request(world.anna, "k");

    var outcomes =
        atOnce(MANY, i -> () -> world.batches.each(request, world.toBen(10_00), world.toBen(5_00)));

    assertThat(world.ledger.balance(world.bens)).isEqualTo(15_00);
    assertThat(world.count("select count(*) from transaction")).isEqualTo(2);
    assertThat(world.count("select count(*) from transfer_batch")).isEqualTo(1);
    assertThat(outcomes).allMatch(o -> o instanceof Made || o instanceof KeyInUse);
    assertThat(outcomes).filteredOn(o -> o instanceof Made m && !m.replayed()).hasSize(1);
    assertThat(outcomes.stream().filter(Made.class::isInstance).map(World::batch).distinct())
        .hasSize(1);
  }

  @Test
  void batchesThatTogetherExceedTheBalanceNeverOverdrawIt() {
    world.ledger.setBalance(world.annas, 100_00);

    var outcomes =
        atOnce(2, i -> () -> world.batches.each(request(world.anna), many(7, world.toBen(10_00))));

    var paid =
        outcomes.stream()
            .flatMap(outcome -> states(batch(outcome)).stream())
            .filter(state -> state == State.PAID);
    assertThat(paid).hasSize(10);
    assertThat(world.ledger.balance(world.annas)).isZero();
    assertThat(world.used(world.annas, "TRANSFER")).isEqualTo(100_00);
  }

  @Test
  void allOrNothingAgainstWithdrawalsIsAllOrNothing() {
    for (var round = 0; round < 5; round++) {
      world.ledger.setBalance(world.annas, 100_00);
      world.ledger.setBalance(world.bens, 0);

      var outcomes =
          atOnce(
              4,
              i ->
                  i < 2
                      ? () ->
                          (Object)
                              world.batches.allOrNothing(
                                  request(world.anna), world.toBen(40_00), world.toBen(40_00))
                      : () -> world.cash.withdraw(request(world.agent), world.cashForAnna(30_00)));

      var batches = only(outcomes, BatchOutcome.class).map(World::batch).toList();
      var withdrawn =
          only(outcomes, MoveOutcome.class)
              .filter(o -> World.made(o).status() == Status.PAID)
              .count();
      assertThat(batches)
          .allMatch(
              batch ->
                  batch.status() == TransferBatch.Status.COMPLETED
                      ? states(batch).stream().allMatch(state -> state == State.PAID)
                      : states(batch).stream().allMatch(state -> state == State.DECLINED));
      var moved = batches.stream().filter(b -> b.status() == TransferBatch.Status.COMPLETED);
      var toBen = moved.count() * 80_00;
      assertThat(world.ledger.balance(world.bens)).isEqualTo(toBen);
      assertThat(world.ledger.balance(world.annas)).isEqualTo(100_00 - toBen - 30_00 * withdrawn);
      assertThat(world.ledger.balance(world.annas)).isNotNegative();
    }
  }

  @Test
  void theDaysLimitCannotBeOverrunByBatchesAndSingleTransfers() {
    world.ledger.setBalance(world.annas, 1_000_000_00);
    var one = world.toBen(1_000_00);

    var outcomes =
        atOnce(
            MANY,
            i ->
                switch (i % 3) {
                  case 0 -> () -> (Object) world.batches.each(request(world.anna), many(4, one));
                  case 1 -> () -> world.batches.allOrNothing(request(world.anna), many(3, one));
                  default -> () -> world.transfers.transfer(request(world.anna), one);
                });

    assertThat(world.ledger.balance(world.bens)).isEqualTo(20_000_00);
    assertThat(world.used(world.annas, "TRANSFER")).isEqualTo(20_000_00);
    assertThat(only(outcomes, Refused.class))
        .allMatch(r -> r.faults().stream().allMatch(f -> f.code().equals("daily-limit-exceeded")));
  }

  @Test
  void oppositeBatchesNeverDeadlock() {
    world.ledger.setBalance(world.annas, 1_000_00);
    world.ledger.setBalance(world.bens, 1_000_00);
    var back =
        new Transfer(
            world.bens.id(), new Destination(world.annas.id(), null), World.eur(1_00), null);

    var outcomes =
        atOnce(
            MANY,
            i ->
                i % 2 == 0
                    ? () -> world.batches.each(request(world.anna), many(5, world.toBen(1_00)))
                    : () -> world.batches.each(request(world.ben), many(5, back)));

    assertThat(outcomes).allMatch(o -> states(batch(o)).stream().allMatch(s -> s == State.PAID));
    assertThat(world.ledger.balance(world.annas)).isEqualTo(1_000_00);
  }

  private static <T> Stream<T> only(List<Object> outcomes, Class<T> kind) {
    return outcomes.stream().filter(kind::isInstance).map(kind::cast);
  }
}

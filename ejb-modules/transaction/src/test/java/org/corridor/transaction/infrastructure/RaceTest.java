package org.corridor.transaction.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.corridor.transaction.infrastructure.World.atOnce;
import static org.corridor.transaction.infrastructure.World.made;
import static org.corridor.transaction.infrastructure.World.request;

import java.util.List;
import org.corridor.transaction.application.MoveOutcome;
import org.corridor.transaction.application.MoveOutcome.Conflict;
import org.corridor.transaction.application.MoveOutcome.KeyInUse;
import org.corridor.transaction.application.MoveOutcome.Made;
import org.corridor.transaction.application.MoveOutcome.Refused;
import org.corridor.transaction.application.TransferMoney.Destination;
import org.corridor.transaction.application.TransferMoney.Transfer;
import org.corridor.transaction.domain.Status;
import org.corridor.transaction.domain.Transaction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Conflicting requests at the same instant, on a real database. */
class RaceTest {

  private static final int MANY = 50;

  private final World world = new World();

  @AfterEach
  void theRowsAreWhatTheEventsSay() {
    assertThat(world.projection.compare()).isEmpty();
  }

  @Test
  void theSameKeyFiftyTimesMovesMoneyOnce() {
    world.ledger.setBalance(world.annas, 1_000_00);
    var request = request(world.anna, "k");

    var outcomes = atOnce(MANY, i -> () -> world.transfers.transfer(request, world.toBen(10_00)));

    assertThat(world.ledger.balance(world.bens)).isEqualTo(10_00);
    assertThat(world.count("select count(*) from transaction")).isEqualTo(1);
    var answers = outcomes.stream().filter(Made.class::isInstance).map(World::made).distinct();
    assertThat(answers).hasSize(1);
    assertThat(outcomes)
        .allMatch(outcome -> outcome instanceof Made || outcome instanceof KeyInUse);
    assertThat(outcomes.stream().filter(o -> o instanceof Made m && !m.replayed())).hasSize(1);
  }

  @Test
  void fiftyWithdrawalsOfAllTheMoneyOneSucceeds() {
    world.ledger.setBalance(world.annas, 100_00);

    var outcomes =
        atOnce(
            MANY, i -> () -> world.cash.withdraw(request(world.agent), world.cashForAnna(100_00)));

    assertThat(statuses(outcomes)).filteredOn(s -> s == Status.PAID).hasSize(1);
    assertThat(statuses(outcomes)).filteredOn(s -> s == Status.DECLINED).hasSize(MANY - 1);
    assertThat(world.ledger.balance(world.annas)).isZero();
    assertThat(world.used(world.annas, "WITHDRAWAL")).isEqualTo(100_00);
  }

  @Test
  void theDaysLimitCannotBeOverrun() {
    world.ledger.setBalance(world.annas, 1_000_000_00);
    world.execute(
        "update transaction_limit set per_transaction = 100000, per_day = 700000,"
            + " approval_above = 100000 where audience = 'CUSTOMER' and currency = 'EUR'");

    var outcomes =
        atOnce(
            MANY, i -> () -> world.transfers.transfer(request(world.anna), world.toBen(1_000_00)));

    assertThat(outcomes.stream().filter(Made.class::isInstance)).hasSize(7);
    assertThat(
            outcomes.stream()
                .filter(o -> o instanceof Refused r && r.code().equals("daily-limit-exceeded")))
        .hasSize(MANY - 7);
    assertThat(world.ledger.balance(world.bens)).isEqualTo(7_000_00);
    assertThat(world.used(world.annas, "TRANSFER")).isEqualTo(7_000_00);
  }

  @Test
  void whatIsRefusedTakesNothingOfTheDay() {
    world.ledger.setBalance(world.annas, 1_000_000_00);
    var once = request(world.anna, "k");
    var tooMuch = List.of(10_000_01L, Long.MAX_VALUE);

    var outcomes =
        atOnce(
            MANY,
            i ->
                switch (i % 3) {
                  case 0 -> () -> world.transfers.transfer(once, world.toBen(10_00));
                  case 1 -> () -> world.transfers.transfer(request(world.anna), world.toBen(10_00));
                  default ->
                      () ->
                          world.transfers.transfer(
                              request(world.anna), world.toBen(tooMuch.get(i / 3 % 2)));
                });

    var paid = world.count("select count(*) from transaction where status = 'PAID'");
    assertThat(paid).isEqualTo(1 + (MANY + 1) / 3);
    assertThat(outcomes).filteredOn(Refused.class::isInstance).hasSize(MANY / 3);
    assertThat(world.used(world.annas, "TRANSFER")).isEqualTo(paid * 10_00);
    assertThat(world.ledger.balance(world.bens)).isEqualTo(paid * 10_00);
  }

  @Test
  void theSamePaymentReversedFiftyTimesIsReversedOnce() {
    var paid = world.paidTransfer(100_00);
    world.ledger.setBalance(world.bens, 10_000_00);

    var outcomes =
        atOnce(MANY, i -> () -> world.reversals.reverse(request(world.admin), paid.id(), null));

    assertThat(outcomes.stream().filter(Made.class::isInstance)).hasSize(1);
    assertThat(outcomes)
        .allMatch(
            o ->
                o instanceof Made
                    || (o instanceof Conflict c && c.code().equals("reversal-in-progress"))
                    || (o instanceof Refused r && r.code().equals("already-reversed")));
    assertThat(world.read(paid.id()).status()).isEqualTo(Status.REVERSED);
    assertThat(world.ledger.balance(world.annas)).isEqualTo(100_00);
  }

  @Test
  void oppositeTransfersNeverDeadlock() {
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
                    ? () -> world.transfers.transfer(request(world.anna), world.toBen(1_00))
                    : () -> world.transfers.transfer(request(world.ben), back));

    assertThat(statuses(outcomes)).containsOnly(Status.PAID);
    assertThat(world.ledger.balance(world.annas)).isEqualTo(1_000_00);
  }

  @Test
  void approvedManyTimesAtOnceItIsPaidOnce() {
    world.ledger.setBalance(world.annas, 20_000_00);
    var waiting = made(world.transfers.transfer(request(world.anna), world.toBen(6_000_00)));

    var outcomes = atOnce(20, i -> () -> world.decisions.approve(world.admin, waiting.id()));

    assertThat(outcomes).allMatch(Made.class::isInstance);
    assertThat(world.ledger.orders()).isEqualTo(1);
    assertThat(world.read(waiting.id()).status()).isEqualTo(Status.PAID);
  }

  @Test
  void approvedAndRejectedAtOnceOneDecisionStands() {
    world.ledger.setBalance(world.annas, 200_000_00);
    for (var round = 0; round < 10; round++) {
      world.execute("delete from daily_usage");
      var waiting = made(world.transfers.transfer(request(world.anna), world.toBen(6_000_00)));
      var before = world.ledger.journals();

      var outcomes =
          atOnce(
              2,
              i ->
                  i == 0
                      ? () -> world.decisions.approve(world.admin, waiting.id())
                      : () -> world.decisions.reject(world.agent, waiting.id(), "no"));

      var status = world.read(waiting.id()).status();
      assertThat(outcomes.stream().filter(Made.class::isInstance)).hasSize(1);
      assertThat(outcomes.stream().filter(Conflict.class::isInstance)).hasSize(1);
      assertThat(status).isIn(Status.PAID, Status.CANCELLED);
      assertThat(world.ledger.journals() - before).isEqualTo(status == Status.PAID ? 1 : 0);
    }
  }

  private static List<Status> statuses(List<MoveOutcome> outcomes) {
    return outcomes.stream().map(World::made).map(Transaction::status).toList();
  }
}

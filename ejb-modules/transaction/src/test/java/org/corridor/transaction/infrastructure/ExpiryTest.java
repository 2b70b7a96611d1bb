package org.corridor.transaction.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.corridor.transaction.infrastructure.World.APPROVAL_PATIENCE;
import static org.corridor.transaction.infrastructure.World.atOnce;
import static org.corridor.transaction.infrastructure.World.made;
import static org.corridor.transaction.infrastructure.World.request;
import static org.corridor.transaction.infrastructure.World.staff;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.corridor.transaction.application.MoveOutcome;
import org.corridor.transaction.application.MoveOutcome.Conflict;
import org.corridor.transaction.application.MoveOutcome.Made;
import org.corridor.transaction.domain.Status;
import org.corridor.transaction.domain.Transaction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Approvals that never come. */
class ExpiryTest {

  private static final int ROUNDS = 12;
  private static final long AMOUNT = 6_000_00;

  private final World world = new World();

  @AfterEach
  void theRowsAreWhatTheEventsSay() {
    assertThat(world.projection.compare()).isEmpty();
  }

  @Test
  void whatNobodyDecidedOnForTooLongIsOverAndGivesTheDaysShareBack() {
    world.ledger.setBalance(world.annas, AMOUNT);
    var request = request(world.anna);
    var waiting = made(world.transfers.transfer(request, world.toBen(AMOUNT)));
    world.clock.advance(APPROVAL_PATIENCE);

    assertThat(world.expiry.expireOnce()).isEqualTo(1);

    var expired = world.read(waiting.id());
    assertThat(expired.status()).isEqualTo(Status.EXPIRED);
    assertThat(expired.decidedBy()).isNull();
    assertThat(world.used(world.annas, "TRANSFER")).isZero();
    assertThat(world.ledger.orders()).isZero();
    assertThat(world.reading.history(world.admin, waiting.id()).orElseThrow())
        .extracting(step -> step.event() + " by " + step.by())
        .endsWith("transaction.expired.v1 by platform");
    assertThat(world.counted).containsEntry("TRANSFER EXPIRED", 1);
    assertThat(world.transfers.transfer(request, world.toBen(AMOUNT)))
        .as("the first answer again")
        .isEqualTo(new Made(waiting, true));
  }

  @Test
  void aMomentBeforeItStillWaits() {
    world.ledger.setBalance(world.annas, AMOUNT);
    var waiting = waiting();
    world.clock.advance(APPROVAL_PATIENCE.minus(Duration.ofNanos(1_000)));

    assertThat(world.expiry.expireOnce()).isZero();

    assertThat(made(world.decisions.approve(world.admin, waiting.id())).status())
        .isEqualTo(Status.PAID);
    world.clock.advance(APPROVAL_PATIENCE);
    assertThat(world.expiry.expireOnce()).as("what is decided does not expire").isZero();
  }

  @Test
  void aLateApprovalIsRefusedAndSoIsALateRejection() {
    world.ledger.setBalance(world.annas, AMOUNT);
    var waiting = waiting();
    world.clock.advance(APPROVAL_PATIENCE);
    world.expiry.expireOnce();

    for (var late :
        new MoveOutcome[] {
          world.decisions.approve(world.admin, waiting.id()),
          world.decisions.reject(world.admin, waiting.id(), "no")
        }) {
      assertThat(((Conflict) late).code()).isEqualTo("not-awaiting-approval");
    }
    assertThat(world.ledger.orders()).isZero();
    assertThat(world.read(waiting.id()).status()).isEqualTo(Status.EXPIRED);
  }

  @Test
  void aReversalThatExpiresMakesWayForAnother() {
    var paid = world.paidTransfer(40_00);
    var junior = staff("junior", "BER", 39_99);
    var waiting = made(world.reversals.reverse(request(junior), paid.id(), null));
    assertThat(waiting.status()).isEqualTo(Status.AWAITING_APPROVAL);
    world.clock.advance(APPROVAL_PATIENCE);

    assertThat(world.expiry.expireOnce()).isEqualTo(1);

    assertThat(world.read(paid.id()).reversal()).isNull();
    assertThat(made(world.reversals.reverse(request(world.admin), paid.id(), null)).status())
        .isEqualTo(Status.PAID);
  }

  @Test
  void manyReplicasEndEachOnce() {
    world.execute(
        "update transaction_limit set per_day = 100000000 where audience = 'CUSTOMER'"
            + " and currency = 'EUR'");
    for (var i = 0; i < 10; i++) {
      waiting();
    }
    world.clock.advance(APPROVAL_PATIENCE);

    var ended = atOnce(8, i -> world.expiry::expireOnce);

    assertThat(ended.stream().mapToInt(Integer::intValue).sum()).isEqualTo(10);
    assertThat(world.count("select count(*) from event where type = 'transaction.expired.v1'"))
        .isEqualTo(10);
    assertThat(world.used(world.annas, "TRANSFER")).isZero();
  }

  /**
   * Whoever is first holds the row; expiry passes over what another holds, so it is tried again.
   */
  @Test
  void approvedRejectedAndExpiredAtOnceOneOfTheThreeStands() {
    world.ledger.setBalance(world.annas, ROUNDS * AMOUNT);
    for (var round = 0; round < ROUNDS; round++) {
      world.execute("delete from daily_usage");
      var waiting = waiting();
      world.clock.advance(APPROVAL_PATIENCE);
      var before = world.ledger.journals();
      var contenders = contenders(waiting);

      var first = round;
      var outcomes = atOnce(4, i -> contenders.get((i + first) % 4));
      world.expiry.expireOnce();

      var status = world.read(waiting.id()).status();
      var made = outcomes.stream().filter(Made.class::isInstance).count();
      assertThat(status).isIn(Status.PAID, Status.CANCELLED, Status.EXPIRED);
      assertThat(made).isEqualTo(status == Status.EXPIRED ? 0 : 1);
      assertThat(outcomes.stream().filter(Conflict.class::isInstance)).hasSize((int) (2 - made));
      assertThat(decisions(waiting)).isEqualTo(1);
      assertThat(world.ledger.journals() - before).isEqualTo(status == Status.PAID ? 1 : 0);
      assertThat(world.used(world.annas, "TRANSFER")).isEqualTo(status == Status.PAID ? AMOUNT : 0);
    }
  }

  private List<Callable<Object>> contenders(Transaction waiting) {
    return List.of(
        () -> world.decisions.approve(world.admin, waiting.id()),
        () -> world.decisions.reject(world.agent, waiting.id(), "no"),
        world.expiry::expireOnce,
        world.expiry::expireOnce);
  }

  private long decisions(Transaction waiting) {
    return world.count(
        "select count(*) from event where stream = 'transaction/"
            + waiting.id()
            + "' and type in ('transaction.approved.v1', 'transaction.rejected.v1',"
            + " 'transaction.expired.v1')");
  }

  private Transaction waiting() {
    var waiting = made(world.transfers.transfer(request(world.anna), world.toBen(AMOUNT)));
    assertThat(waiting.status()).isEqualTo(Status.AWAITING_APPROVAL);
    return waiting;
  }
}

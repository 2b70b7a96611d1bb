package org.corridor.transaction.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.corridor.transaction.infrastructure.World.made;
import static org.corridor.transaction.infrastructure.World.request;
import static org.corridor.transaction.infrastructure.World.staff;

import java.util.UUID;
import org.corridor.transaction.application.MoveOutcome;
import org.corridor.transaction.application.MoveOutcome.Conflict;
import org.corridor.transaction.application.MoveOutcome.Forbidden;
import org.corridor.transaction.application.MoveOutcome.NotFound;
import org.corridor.transaction.application.MoveOutcome.Refused;
import org.corridor.transaction.domain.Kind;
import org.corridor.transaction.domain.Status;
import org.junit.jupiter.api.Test;

class ReversalTest {

  private final World world = new World();

  @Test
  void movesTheMoneyBackAndMarksTheOriginal() {
    var paid = world.paidTransfer(40_00);

    var reversal = made(world.reversals.reverse(request(world.agent), paid.id(), "typo"));

    assertThat(reversal.status()).isEqualTo(Status.PAID);
    assertThat(reversal.movement().kind()).isEqualTo(Kind.REVERSAL);
    assertThat(reversal.movement().reverses()).isEqualTo(paid.id());
    assertThat(reversal.movement().reference()).isEqualTo("typo");
    assertThat(world.read(paid.id()).status()).isEqualTo(Status.REVERSED);
    assertThat(world.read(paid.id()).reversal()).isEqualTo(reversal.id());
    assertThat(world.ledger.balance(world.annas)).isEqualTo(40_00);
    assertThat(world.used(world.annas, "TRANSFER")).as("it did move").isEqualTo(40_00);
    assertThat(world.counted)
        .containsEntry("REVERSAL PAID", 1)
        .containsEntry("TRANSFER REVERSED", 1);
    assertThat(world.projection.compare()).isEmpty();
  }

  @Test
  void isRefusedForWhatWasReversedOrIsAReversalOrWasNeverPaid() {
    var paid = world.paidTransfer(40_00);
    var declined = made(world.transfers.transfer(request(world.anna), world.toBen(1)));
    var reversal = made(world.reversals.reverse(request(world.admin), paid.id(), null));

    assertCode(world.reversals.reverse(request(world.admin), paid.id(), null), "already-reversed");
    assertCode(
        world.reversals.reverse(request(world.admin), reversal.id(), null),
        "reversal-not-reversible");
    assertCode(world.reversals.reverse(request(world.admin), declined.id(), null), "not-paid");
    assertThat(world.reversals.reverse(request(world.admin), UUID.randomUUID(), null))
        .isEqualTo(new NotFound());
  }

  @Test
  void isDeclinedWhenTheMoneyIsGoneAndMayBeTriedAgain() {
    var paid = world.paidTransfer(40_00);
    world.ledger.setBalance(world.bens, 0);

    var declined = made(world.reversals.reverse(request(world.admin), paid.id(), null));
    assertThat(declined.status()).isEqualTo(Status.DECLINED);
    assertThat(declined.refusal().orElseThrow().code()).isEqualTo("insufficient-funds");
    assertThat(world.read(paid.id()).status()).isEqualTo(Status.PAID);

    world.ledger.setBalance(world.bens, 40_00);
    assertThat(made(world.reversals.reverse(request(world.admin), paid.id(), null)).status())
        .isEqualTo(Status.PAID);
    assertThat(world.read(paid.id()).status()).isEqualTo(Status.REVERSED);
  }

  @Test
  void aboveTheCallersOwnLimitAnotherMustApprove() {
    var paid = world.paidTransfer(40_00);
    var junior = staff("junior", "BER", 39_99);

    var waiting = made(world.reversals.reverse(request(junior), paid.id(), null));
    assertThat(waiting.status()).isEqualTo(Status.AWAITING_APPROVAL);
    assertThat(world.reversals.reverse(request(world.admin), paid.id(), null))
        .isInstanceOf(Conflict.class);

    made(world.decisions.reject(world.agent, waiting.id(), "no"));
    var second = made(world.reversals.reverse(request(junior), paid.id(), null));
    var decided = made(world.decisions.approve(world.agent, second.id()));
    assertThat(decided.status()).isEqualTo(Status.PAID);
    assertThat(world.read(paid.id()).reversal()).isEqualTo(second.id());
    assertThat(world.projection.compare()).isEmpty();
  }

  @Test
  void isForTheStaffOfTheBranch() {
    var paid = world.paidTransfer(40_00);

    assertThat(world.reversals.reverse(request(world.anna), paid.id(), null))
        .isInstanceOf(Forbidden.class);
    assertThat(world.reversals.reverse(request(staff("m", "MUC", 100_00)), paid.id(), null))
        .isInstanceOf(Forbidden.class);
    assertThat(world.reversals.reverse(request(staff("h", "HAM", 100_00)), paid.id(), null))
        .isEqualTo(new NotFound());
    assertThat(world.read(paid.id())).isEqualTo(paid);
  }

  private static void assertCode(MoveOutcome outcome, String code) {
    assertThat(outcome).isInstanceOf(Refused.class);
    assertThat(((Refused) outcome).code()).isEqualTo(code);
  }
}

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
import org.corridor.transaction.domain.Status;
import org.corridor.transaction.domain.Transaction;
import org.junit.jupiter.api.Test;

class ApprovalTest {

  private final World world = new World();

  @Test
  void aboveTheThresholdNothingMovesBeforeAnotherApproves() {
    world.ledger.setBalance(world.annas, 6_000_00);
    var request = request(world.anna, "k");
    var waiting = made(world.transfers.transfer(request, world.toBen(5_000_01)));
    assertThat(waiting.status()).isEqualTo(Status.AWAITING_APPROVAL);
    assertThat(world.ledger.orders()).isZero();
    assertThat(world.used(world.annas, "TRANSFER")).isEqualTo(5_000_01);

    var paid = made(world.decisions.approve(world.agent, waiting.id()));

    assertThat(paid.status()).isEqualTo(Status.PAID);
    assertThat(paid.decidedBy()).isEqualTo("agent");
    assertThat(world.reading.history(world.admin, paid.id()).orElseThrow())
        .extracting(step -> step.to())
        .containsExactly(Status.CREATED, Status.AWAITING_APPROVAL, Status.APPROVED, Status.PAID);
    assertThat(world.transfers.transfer(request, world.toBen(5_000_01)))
        .as("the first answer again")
        .isEqualTo(new MoveOutcome.Made(waiting, true));
    assertThat(world.projection.compare()).isEmpty();
  }

  @Test
  void aboveTheTellersOwnLimitTooAndAnApproverMustBeAllowedThatMuch() {
    var waiting = tellersDeposit();

    assertThat(world.decisions.approve(staff("t2", "BER", 5_000_00), waiting.id()))
        .isInstanceOf(Forbidden.class);
    assertThat(made(world.decisions.approve(staff("t3", "BER", 5_000_01), waiting.id())).status())
        .isEqualTo(Status.PAID);
  }

  @Test
  void theMakerAnotherBranchAndCustomersNeverDecide() {
    var waiting = tellersDeposit();

    assertThat(world.decisions.approve(staff("teller", "BER", 9_000_00), waiting.id()))
        .isInstanceOf(Forbidden.class);
    assertThat(world.decisions.reject(staff("teller", "BER", 9_000_00), waiting.id(), null))
        .isInstanceOf(Forbidden.class);
    assertThat(world.decisions.approve(staff("m", "MUC", 9_000_00), waiting.id()))
        .isEqualTo(new NotFound());
    assertThat(world.decisions.approve(world.anna, waiting.id())).isEqualTo(new NotFound());
    assertThat(world.decisions.approve(world.admin, UUID.randomUUID())).isEqualTo(new NotFound());
    assertThat(world.read(waiting.id())).isEqualTo(waiting);
  }

  @Test
  void aRejectionCancelsItAndGivesTheDaysShareBack() {
    var waiting = tellersDeposit();

    var cancelled = made(world.decisions.reject(world.agent, waiting.id(), "no papers"));

    assertThat(cancelled.status()).isEqualTo(Status.CANCELLED);
    assertThat(world.used(world.annas, "DEPOSIT")).isZero();
    assertThat(world.ledger.orders()).isZero();
    assertThat(world.decisions.reject(world.agent, waiting.id(), null))
        .isEqualTo(new MoveOutcome.Made(cancelled, true));
    assertThat(world.decisions.approve(world.agent, waiting.id())).isInstanceOf(Conflict.class);
  }

  @Test
  void anApprovalAgainIsAnsweredAsTheFirstTimeAndARejectionIsTooLate() {
    var waiting = tellersDeposit();
    var paid = made(world.decisions.approve(world.agent, waiting.id()));

    assertThat(world.decisions.approve(world.admin, waiting.id()))
        .isEqualTo(new MoveOutcome.Made(paid, true));
    assertThat(world.decisions.reject(world.admin, waiting.id(), null))
        .isInstanceOf(Conflict.class);
  }

  @Test
  void whatNeverAwaitedApprovalIsNotApproved() {
    var paid = world.paidTransfer(1);

    assertThat(world.decisions.approve(world.admin, paid.id())).isInstanceOf(Conflict.class);
  }

  @Test
  void anApprovedOneMayStillBeDeclined() {
    var waiting = made(world.transfers.transfer(request(world.anna), world.toBen(5_000_01)));

    var declined = made(world.decisions.approve(world.admin, waiting.id()));

    assertThat(declined.status()).isEqualTo(Status.DECLINED);
    assertThat(world.used(world.annas, "TRANSFER")).isZero();
  }

  private Transaction tellersDeposit() {
    var waiting = made(world.cash.deposit(request(world.teller), world.cashForAnna(5_000_01)));
    assertThat(waiting.status()).isEqualTo(Status.AWAITING_APPROVAL);
    return waiting;
  }
}

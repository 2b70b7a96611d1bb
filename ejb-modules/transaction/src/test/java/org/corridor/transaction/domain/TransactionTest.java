package org.corridor.transaction.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.corridor.kernel.Money;
import org.junit.jupiter.api.Test;

class TransactionTest {

  private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
  private static final Instant LATER = NOON.plusSeconds(60);
  private static final Side SOURCE = new Side(UUID.randomUUID(), UUID.randomUUID(), "BER");
  private static final Side DESTINATION = new Side(UUID.randomUUID(), UUID.randomUUID(), "MUC");
  private static final Refusal NO_FUNDS = new Refusal("insufficient-funds", "Too little.");

  @Test
  void isPaidWhenTheLedgerHasPosted() {
    var paid = after(transfer().posted(NOON, "anna", LATER));

    assertThat(paid.status()).isEqualTo(Status.PAID);
    assertThat(paid.bookedAt()).contains(NOON);
    assertThat(paid.version()).isEqualTo(2);
  }

  @Test
  void isDeclinedWithItsReasonWhenTheLedgerHasRefused() {
    var declined = after(transfer().refused(NO_FUNDS, "anna", LATER));

    assertThat(declined.status()).isEqualTo(Status.DECLINED);
    assertThat(declined.refusal()).contains(NO_FUNDS);
  }

  @Test
  void isPaidAfterAllWhenTheJournalShowsIt() {
    var declined = after(transfer().refused(NO_FUNDS, "anna", LATER));

    var paid = after(declined.posted(NOON, Transaction.PLATFORM, LATER));

    assertThat(paid.status()).isEqualTo(Status.PAID);
    assertThat(paid.refusal()).isEmpty();
  }

  @Test
  void staysAsItIsWhenTheSameAnswerComesAgain() {
    var paid = after(transfer().posted(NOON, "anna", LATER));

    assertThat(paid.posted(NOON, "anna", LATER))
        .isEqualTo(new SettlementOutcome.AlreadyKnown(Status.PAID));
    assertThat(paid.refused(NO_FUNDS, "anna", LATER))
        .isEqualTo(new SettlementOutcome.AlreadyKnown(Status.PAID));
    assertThat(paid.unanswered("anna", LATER))
        .isEqualTo(new SettlementOutcome.AlreadyKnown(Status.PAID));
  }

  @Test
  void isNeverPostedWithoutAnOrder() {
    var waiting = awaitingApproval();
    var cancelled = after(waiting.reject("no", "agent", LATER));

    assertThatThrownBy(() -> waiting.posted(NOON, "anna", LATER))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> cancelled.posted(NOON, "anna", LATER))
        .isInstanceOf(IllegalStateException.class);
    assertThat(waiting.refused(NO_FUNDS, "anna", LATER))
        .isEqualTo(new SettlementOutcome.AlreadyKnown(Status.AWAITING_APPROVAL));
  }

  @Test
  void takesASecondPairOfEyes() {
    var waiting = awaitingApproval();

    assertThatThrownBy(() -> waiting.approve("anna", LATER))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> waiting.reject("no", "anna", LATER))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(after(waiting.approve("agent", LATER)).status()).isEqualTo(Status.APPROVED);
    assertThat(after(waiting.approve("agent", LATER)).wasApproved()).isTrue();
    assertThat(after(waiting.reject("no", "agent", LATER)).status()).isEqualTo(Status.CANCELLED);
    assertThat(after(waiting.reject("no", "agent", LATER)).wasApproved()).isFalse();
  }

  @Test
  void isDecidedOnOnce() {
    var approved = after(awaitingApproval().approve("agent", LATER));

    assertThat(approved.approve("boss", LATER))
        .isEqualTo(new DecisionOutcome.NotAwaitingApproval(Status.APPROVED));
    assertThat(approved.reject("no", "boss", LATER))
        .isEqualTo(new DecisionOutcome.NotAwaitingApproval(Status.APPROVED));
    assertThat(transfer().approve("boss", LATER))
        .isEqualTo(new DecisionOutcome.NotAwaitingApproval(Status.CREATED));
  }

  @Test
  void hasOneReversalAtATimeAndIsReversedOnce() {
    var first = UUID.randomUUID();
    var second = UUID.randomUUID();
    var paid = after(transfer().posted(NOON, "anna", LATER));

    var requested = after(paid.requestReversal(first, "agent", LATER));
    assertThat(requested.requestReversal(second, "agent", LATER))
        .isEqualTo(new ReversalOutcome.InProgress(first));
    assertThat(requested.reversalFailed(second, "x", "agent", LATER))
        .isEqualTo(new SettlementOutcome.AlreadyKnown(Status.PAID));

    var failed = after(requested.reversalFailed(first, "insufficient-funds", "agent", LATER));
    var again = after(failed.requestReversal(second, "agent", LATER));
    var reversed = after(again.reversed(second, "agent", LATER));
    assertThat(reversed.status()).isEqualTo(Status.REVERSED);
    assertThat(reversed.requestReversal(first, "agent", LATER))
        .isEqualTo(new ReversalOutcome.AlreadyReversed(second));
  }

  @Test
  void canBeReversedOnlyIfPaidAndNotAReversalItself() {
    var original = after(transfer().posted(NOON, "anna", LATER));
    var making = new Making("agent", LATER, "c");
    var reversal =
        Transaction.create(UUID.randomUUID(), original.undoing("typo"), making, Optional.empty())
            .after();

    assertThat(reversal.movement().source()).isEqualTo(DESTINATION);
    assertThat(reversal.movement().destination()).isEqualTo(SOURCE);
    assertThat(reversal.movement().reverses()).isEqualTo(original.id());
    assertThat(
            after(reversal.posted(NOON, "agent", LATER))
                .requestReversal(UUID.randomUUID(), "agent", LATER))
        .isEqualTo(new ReversalOutcome.IsReversal());
    assertThat(transfer().requestReversal(UUID.randomUUID(), "agent", LATER))
        .isEqualTo(new ReversalOutcome.NotPaid(Status.CREATED));
  }

  @Test
  void doesNotFoldWhatIsNoHistory() {
    var created = Transaction.create(UUID.randomUUID(), movement(), making(), Optional.empty());
    var other = Transaction.create(UUID.randomUUID(), movement(), making(), Optional.empty());
    var event = created.events().get(0);

    assertThatThrownBy(() -> Transaction.fold(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Transaction.fold(List.of(event, event)))
        .isInstanceOf(IllegalArgumentException.class);
    var foreign = ((Change) other.after().posted(NOON, "anna", LATER)).events().get(0);
    assertThatThrownBy(() -> Transaction.fold(List.of(event, foreign)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Movement movement() {
    return new Movement(Kind.TRANSFER, SOURCE, DESTINATION, Money.of(10_00, "EUR"), "rent", null);
  }

  private static Making making() {
    return new Making("anna", NOON, "correlation");
  }

  private static Transaction transfer() {
    return Transaction.create(UUID.randomUUID(), movement(), making(), Optional.empty()).after();
  }

  private static Transaction awaitingApproval() {
    return Transaction.create(
            UUID.randomUUID(), movement(), making(), Optional.of(ApprovalReason.ABOVE_THRESHOLD))
        .after();
  }

  private static Transaction after(Object outcome) {
    assertThat(outcome).isInstanceOf(Change.class);
    return ((Change) outcome).after();
  }
}

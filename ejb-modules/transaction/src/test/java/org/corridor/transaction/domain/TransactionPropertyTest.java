package org.corridor.transaction.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.corridor.kernel.Money;
import org.junit.jupiter.api.Test;

/** Any sequence of commands gives a legal history, and the state is the fold of it. */
class TransactionPropertyTest {

  private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
  private static final int RUNS = 2_000;
  private static final int COMMANDS = 12;

  private static final Map<Status, Set<Status>> LEGAL = new EnumMap<>(Status.class);

  static {
    LEGAL.put(
        Status.CREATED,
        Set.of(Status.AWAITING_APPROVAL, Status.PAID, Status.DECLINED, Status.UNKNOWN));
    LEGAL.put(Status.AWAITING_APPROVAL, Set.of(Status.APPROVED, Status.CANCELLED, Status.EXPIRED));
    LEGAL.put(Status.APPROVED, Set.of(Status.PAID, Status.DECLINED, Status.UNKNOWN));
    LEGAL.put(Status.UNKNOWN, Set.of(Status.PAID, Status.DECLINED));
    LEGAL.put(Status.DECLINED, Set.of(Status.PAID));
    LEGAL.put(Status.PAID, Set.of(Status.REVERSED));
    LEGAL.put(Status.CANCELLED, Set.of());
    LEGAL.put(Status.EXPIRED, Set.of());
    LEGAL.put(Status.REVERSED, Set.of());
  }

  private static final Set<Status> NEVER_ORDERED =
      Set.of(Status.AWAITING_APPROVAL, Status.CANCELLED, Status.EXPIRED);

  private final UUID[] reversals = {UUID.randomUUID(), UUID.randomUUID()};

  @Test
  void anySequenceOfCommandsGivesALegalHistory() {
    var seed = System.nanoTime();
    var random = new Random(seed);
    for (var run = 0; run < RUNS; run++) {
      var history = new ArrayList<TransactionEvent>();
      var state = take(history, create(random));
      for (var i = 0; i < COMMANDS; i++) {
        var before = state;
        state = command(random, state).map(change -> take(history, change)).orElse(state);

        assertThat(state).as("seed %s", seed).isEqualTo(Transaction.fold(history));
        assertThat(state.version()).as("seed %s", seed).isEqualTo(history.size());
        if (state.status() != before.status()) {
          assertThat(LEGAL.get(before.status())).as("seed %s", seed).contains(state.status());
        }
      }
      assertLegal(seed, history);
    }
  }

  private static void assertLegal(long seed, List<TransactionEvent> history) {
    var told = Transition.of(history);
    assertThat(told).as("seed %s", seed).hasSameSizeAs(history);
    assertThat(told.get(0).from()).isNull();
    for (var i = 1; i < told.size(); i++) {
      assertThat(told.get(i).from()).as("seed %s", seed).isEqualTo(told.get(i - 1).to());
    }
    var ordered = told.stream().filter(step -> step.to() == Status.APPROVED).count();
    assertThat(ordered).as("seed %s", seed).isLessThanOrEqualTo(1);
  }

  private static Change create(Random random) {
    var side = new Side(UUID.randomUUID(), UUID.randomUUID(), "BER");
    var other = new Side(UUID.randomUUID(), null, "BER");
    return Transaction.create(
        UUID.randomUUID(),
        new Movement(Kind.WITHDRAWAL, side, other, Money.of(5, "EUR"), null, null),
        new Making("maker", NOON, "c"),
        random.nextBoolean() ? Optional.of(ApprovalReason.ABOVE_OWN_LIMIT) : Optional.empty());
  }

  private Optional<Change> command(Random random, Transaction state) {
    var reversal = reversals[random.nextInt(reversals.length)];
    var outcome =
        switch (random.nextInt(9)) {
          case 0 -> state.approve("approver", NOON);
          case 1 -> state.reject("no", "approver", NOON);
          case 2 -> state.unanswered("maker", NOON);
          case 3 -> orderedOnly(state);
          case 4 -> state.refused(new Refusal("no", "no"), "maker", NOON);
          case 5 -> state.requestReversal(reversal, "agent", NOON);
          case 6 ->
              state.reversed(state.reversal() == null ? reversal : state.reversal(), "x", NOON);
          case 7 -> state.expire(NOON);
          default -> state.reversalFailed(reversal, "no", "x", NOON);
        };
    return outcome instanceof Change change ? Optional.of(change) : Optional.empty();
  }

  /** What was never ordered cannot stand in the journal. */
  private static Object orderedOnly(Transaction state) {
    return NEVER_ORDERED.contains(state.status())
        ? Optional.empty()
        : state.posted(NOON, "maker", NOON);
  }

  private static Transaction take(List<TransactionEvent> history, Change change) {
    history.addAll(change.events());
    return change.after();
  }
}

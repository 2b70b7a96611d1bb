package org.corridor.transaction.infrastructure.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.corridor.transaction.application.DailyUsage.Slot;
import org.corridor.transaction.application.LimitRules;
import org.corridor.transaction.application.MoveOutcome;
import org.corridor.transaction.application.Opening;
import org.corridor.transaction.application.Opening.Opened;
import org.corridor.transaction.application.Opening.Refused;
import org.corridor.transaction.application.PendingOrders.Attempt;
import org.corridor.transaction.domain.Change;
import org.corridor.transaction.domain.Limit;
import org.corridor.transaction.domain.Making;
import org.corridor.transaction.domain.Transaction;
import org.corridor.transaction.infrastructure.desk.DeskCommand.Open;

/**
 * The movements of one group that begin. The day's usage is held between {@link #want} of each
 * whose key is fresh and {@link #decide} of all in the order in which they came; or, if the shares
 * of all are {@link #foresee foreseen}, before, and what is not had after all is taken back.
 */
final class Beginnings {

  /** The sum of a group of these is a number; what is larger takes the long way. */
  private static final long FORESEEABLE = 1_000_000_000_000_000L;

  private record Candidate(Open open, Limit limit, DayShare share) {}

  private final DeskLimits limits;
  private final DeskUsage usage;
  private final Instant now;
  private final boolean foreseen;
  private final List<Candidate> candidates = new ArrayList<>();
  private final List<Open> refused = new ArrayList<>();
  private final List<Change> changes = new ArrayList<>();
  private final Map<UUID, Opening> openings = new HashMap<>();

  /**
   * @param foreseen whether {@link #foresee} was called for those that are to begin
   */
  Beginnings(DeskLimits limits, DeskUsage usage, Instant now, boolean foreseen) {
    this.limits = limits;
    this.usage = usage;
    this.now = now;
    this.foreseen = foreseen;
  }

  /** Does it seem to be within its own limits, so that only the day's is in question? */
  static boolean isForeseeable(Open open, DeskLimits expected) {
    var movement = open.movement();
    var limit = expected.of(movement, open.request().caller());
    return movement.amount().minorUnits() <= FORESEEABLE
        && LimitRules.refusal(movement, limit).isEmpty();
  }

  /** Wants the shares of all that may begin, before it is known whether they do. */
  static void foresee(Collection<Open> opens, DeskUsage usage, Instant now) {
    opens.forEach(open -> want(open, usage, now));
  }

  private static boolean want(Open open, DeskUsage usage, Instant now) {
    return usage.want(share(open, now), open.movement().amount().minorUnits());
  }

  private static DayShare share(Open open, Instant now) {
    var movement = open.movement();
    return DayShare.of(Slot.of(movement, now), movement.amount().currency());
  }

  /** Its key was claimed: it goes on unless a limit of its own stands in the way. */
  void want(Open open) {
    var movement = open.movement();
    var limit = limits.of(movement, open.request().caller());
    var refusal = LimitRules.refusal(movement, limit);
    if (refusal.isPresent()) {
      forgo(open);
      refuse(open, refusal.get());
    } else if (foreseen || want(open, usage, now)) {
      candidates.add(new Candidate(open, limit.orElseThrow(), share(open, now)));
    } else {
      refuse(open, LimitRules.beyondTheDay(limit.orElseThrow()));
    }
  }

  /** It does not begin, or has begun before. */
  void forgo(Open open) {
    if (foreseen) {
      usage.forgo(share(open, now), open.movement().amount().minorUnits());
    }
  }

  /** The usage is held. */
  void decide() {
    for (var candidate : candidates) {
      var open = candidate.open();
      var amount = open.movement().amount();
      var limit = candidate.limit();
      if (usage.reserve(candidate.share(), amount.minorUnits(), limit.perDay().minorUnits())) {
        begin(open, limit);
      } else {
        refuse(open, LimitRules.beyondTheDay(limit));
      }
    }
  }

  private void begin(Open open, Limit limit) {
    var request = open.request();
    var caller = request.caller();
    var change =
        Transaction.create(
            open.id(),
            open.movement(),
            new Making(caller.subject(), now, request.correlationId()),
            limit.approvalFor(open.movement().amount(), caller));
    changes.add(change);
    openings.put(open.id(), opened(change.after()));
  }

  /** It was begun by an earlier attempt at the same group. */
  void found(Transaction transaction) {
    openings.put(transaction.id(), opened(transaction));
  }

  private void refuse(Open open, MoveOutcome outcome) {
    refused.add(open);
    openings.put(open.id(), new Refused(outcome));
  }

  private static Opened opened(Transaction transaction) {
    return new Opened(
        transaction,
        transaction.status().awaitsLedger()
            ? Optional.of(new Attempt(transaction.id(), 1, null))
            : Optional.empty());
  }

  Opening of(Open open) {
    return openings.getOrDefault(open.id(), new Opening.KeyTaken());
  }

  List<Change> changes() {
    return changes;
  }

  List<Transaction> transactions() {
    return changes.stream().map(Change::after).toList();
  }

  /** Whose keys are to be free again. */
  List<Open> refused() {
    return refused;
  }
}

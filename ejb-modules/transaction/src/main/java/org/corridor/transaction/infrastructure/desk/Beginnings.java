package org.corridor.transaction.infrastructure.desk;

import java.time.Instant;
import java.util.ArrayList;
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
 * The movements of one group that begin. First {@link #want} of each whose key is fresh, then the
 * day's usage is held, then {@link #decide} of each in the order in which they came.
 */
final class Beginnings {

  private record Candidate(Open open, Limit limit, DayShare share) {}

  private final DeskLimits limits;
  private final DeskUsage usage;
  private final Instant now;
  private final List<Candidate> candidates = new ArrayList<>();
  private final List<Open> refused = new ArrayList<>();
  private final List<Change> changes = new ArrayList<>();
  private final Map<UUID, Opening> openings = new HashMap<>();

  Beginnings(DeskLimits limits, DeskUsage usage, Instant now) {
    this.limits = limits;
    this.usage = usage;
    this.now = now;
  }

  /** Its key was claimed: it goes on unless a limit of its own stands in the way. */
  void want(Open open) {
    var movement = open.movement();
    var limit = limits.of(movement, open.request().caller());
    var refusal = LimitRules.refusal(movement, limit);
    if (refusal.isPresent()) {
      refuse(open, refusal.get());
      return;
    }
    var amount = movement.amount();
    var share = DayShare.of(Slot.of(movement, now), amount.currency());
    if (usage.want(share, amount.minorUnits())) {
      candidates.add(new Candidate(open, limit.orElseThrow(), share));
    } else {
      refuse(open, LimitRules.beyondTheDay(limit.orElseThrow()));
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

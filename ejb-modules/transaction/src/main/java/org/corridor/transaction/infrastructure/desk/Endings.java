package org.corridor.transaction.infrastructure.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.corridor.platform.jdbc.Pipeline;
import org.corridor.transaction.application.DailyUsage.Slot;
import org.corridor.transaction.domain.Change;
import org.corridor.transaction.domain.Refusal;
import org.corridor.transaction.domain.SettlementOutcome;
import org.corridor.transaction.domain.Status;
import org.corridor.transaction.domain.Transaction;
import org.corridor.transaction.infrastructure.desk.DeskCommand.Settle;

/**
 * The movements of one group that end: decided while their rows are held, and only where nobody
 * else has written about them since they were begun.
 */
final class Endings {

  private final List<Settle> settles;
  private final Map<UUID, Change> changes = new HashMap<>();
  private Map<UUID, Long> versions = Map.of();
  private Set<UUID> givenOnce = Set.of();

  Endings(List<Settle> settles) {
    this.settles = settles;
  }

  /** Holds the rows, and asks what is to be known before it can be decided. */
  void hold(Pipeline pipeline, DeskTables tables) {
    versions =
        tables.hold(pipeline, settles.stream().map(settle -> settle.transaction().id()).toList());
    var refused =
        settles.stream()
            .filter(settle -> !settle.answer().posted())
            .map(settle -> settle.transaction().id())
            .toList();
    givenOnce = tables.givenOnce(pipeline, refused);
  }

  /** The rows are held. */
  void decide(Instant now) {
    for (var settle : settles) {
      var transaction = settle.transaction();
      var isUntouched = versions.getOrDefault(transaction.id(), 0L) == transaction.version();
      if (isUntouched && (settle.answer().posted() || givenOnce.contains(transaction.id()))) {
        decide(settle, now);
      }
    }
  }

  /** A refusal is believed from the only attempt: no other can still be fulfilled. */
  private void decide(Settle settle, Instant now) {
    var transaction = settle.transaction();
    var answer = settle.answer();
    SettlementOutcome outcome =
        answer.posted()
            ? transaction.posted(answer.bookedAt(), settle.by(), now)
            : transaction.refused(new Refusal(answer.refusal(), answer.detail()), settle.by(), now);
    if (outcome instanceof Change change) {
      changes.put(transaction.id(), change);
    }
  }

  List<Change> changes() {
    return new ArrayList<>(changes.values());
  }

  List<Transaction> transactions() {
    return changes.values().stream().map(Change::after).toList();
  }

  Optional<Transaction> of(Settle settle) {
    return Optional.ofNullable(changes.get(settle.transaction().id())).map(Change::after);
  }

  /** What has not moved counts no longer. */
  void giveBack(DeskUsage usage) {
    changes.values().forEach(change -> giveBack(change.after(), usage));
  }

  static void giveBack(Transaction after, DeskUsage usage) {
    if (after.status() == Status.DECLINED) {
      var amount = after.movement().amount();
      usage.giveBack(DayShare.of(Slot.of(after), amount.currency()), amount.minorUnits());
    }
  }
}

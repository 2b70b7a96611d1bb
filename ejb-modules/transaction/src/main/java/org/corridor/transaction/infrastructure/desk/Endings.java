package org.corridor.transaction.infrastructure.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.corridor.platform.jdbc.Pipeline;
import org.corridor.transaction.application.DailyUsage.Slot;
import org.corridor.transaction.domain.Change;
import org.corridor.transaction.domain.Refusal;
import org.corridor.transaction.domain.SettlementOutcome;
import org.corridor.transaction.domain.Status;
import org.corridor.transaction.domain.Transaction;
import org.corridor.transaction.infrastructure.TransactionRows;
import org.corridor.transaction.infrastructure.desk.DeskCommand.Settle;

/**
 * The movements of one group that end. A movement gets its row here, and only where nobody else has
 * written it since the movement was begun: who writes the row has ended it, or looks at it now.
 */
final class Endings {

  private final List<Settle> settles;
  private final Map<UUID, Change> changes = new TreeMap<>();
  private final Set<UUID> written = new HashSet<>();
  private Set<UUID> givenOnce = Set.of();

  Endings(List<Settle> settles, Instant now) {
    this.settles = settles;
    for (var settle : settles) {
      if (outcome(settle, now) instanceof Change change) {
        changes.put(settle.transaction().id(), change);
      }
    }
  }

  private static SettlementOutcome outcome(Settle settle, Instant now) {
    var transaction = settle.transaction();
    var answer = settle.answer();
    return answer.posted()
        ? transaction.posted(answer.bookedAt(), settle.by(), now)
        : transaction.refused(new Refusal(answer.refusal(), answer.detail()), settle.by(), now);
  }

  /**
   * Writes the rows that are missing, which holds them: of a posted one as it ends, of a refused
   * one as it was begun, since more is to be known of it.
   */
  void write(Pipeline pipeline, DeskTables tables) {
    var rows = new TreeMap<UUID, Transaction>();
    var refused = new ArrayList<UUID>();
    for (var settle : settles) {
      var id = settle.transaction().id();
      if (settle.answer().posted() && changes.containsKey(id)) {
        rows.put(id, changes.get(id).after());
      } else {
        rows.put(id, settle.transaction());
        refused.add(id);
      }
    }
    TransactionRows.insertMissing(pipeline, List.copyOf(rows.values()), written::add);
    givenOnce = tables.givenOnce(pipeline, refused);
  }

  /**
   * The rows are held. A refusal is believed from the only attempt: no other can still be
   * fulfilled.
   */
  void decide() {
    for (var settle : settles) {
      var id = settle.transaction().id();
      if (!written.contains(id) || (!settle.answer().posted() && !givenOnce.contains(id))) {
        changes.remove(id);
      }
    }
  }

  /** Those whose row was written, as they were begun. */
  List<Transaction> written() {
    return settles.stream()
        .map(Settle::transaction)
        .filter(transaction -> written.contains(transaction.id()))
        .toList();
  }

  /** Those whose row does not tell the end yet. */
  List<Transaction> refused() {
    return settles.stream()
        .filter(settle -> !settle.answer().posted())
        .flatMap(settle -> of(settle).stream())
        .toList();
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

package org.corridor.transaction.infrastructure.desk;

import static java.util.stream.Collectors.toSet;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.corridor.platform.jdbc.Pipeline;
import org.corridor.transaction.application.ReconcileSettings;
import org.corridor.transaction.domain.Change;
import org.corridor.transaction.domain.TransferBatch;
import org.corridor.transaction.domain.TransferBatch.Item;
import org.corridor.transaction.infrastructure.StoredBatch;
import org.corridor.transaction.infrastructure.desk.DeskCommand.CloseBatch;
import org.corridor.transaction.infrastructure.desk.DeskCommand.OpenBatch;
import org.corridor.transaction.infrastructure.desk.DeskCommand.Outcome;

/** What one group does to batches, step by step as {@link DeskWork} goes. */
final class DeskBatches {

  private final Connection connection;
  private final BatchTable table;
  private final DeskKeys keys;
  private final BatchClosings closings;
  private final BatchOpenings openings;

  private DeskBatches(
      Connection connection,
      BatchTable table,
      DeskKeys keys,
      BatchClosings closings,
      BatchOpenings openings) {
    this.connection = connection;
    this.table = table;
    this.keys = keys;
    this.closings = closings;
    this.openings = openings;
  }

  /** Decides on those that end; what they give back is counted first. */
  static DeskBatches of(
      Connection connection,
      List<CloseBatch> closes,
      ReconcileSettings settings,
      DeskKeys keys,
      DeskLimits limits,
      DeskUsage usage,
      Instant now)
      throws SQLException {
    var table = new BatchTable(settings.patience());
    var closings = BatchClosings.decide(connection, table, closes, settings.quiet(), now);
    closings.giveBack(usage);
    return new DeskBatches(
        connection, table, keys, closings, new BatchOpenings(limits, usage, now));
  }

  /**
   * Wants the shares of the day of those that begin.
   *
   * @param claimed those whose key was fresh
   */
  void want(List<OpenBatch> opens, Set<UUID> claimed) throws SQLException {
    var fresh = new HashSet<>(claimed);
    var others = new ArrayList<OpenBatch>();
    for (var open : opens) {
      // two of one group may have the same id, and so the same key: the first has claimed it
      if (fresh.remove(open.id())) {
        openings.want(open);
      } else {
        others.add(open);
      }
    }
    if (!others.isEmpty()) {
      find(others);
    }
  }

  private void find(List<OpenBatch> opens) throws SQLException {
    var begun = keys.begunBatches(connection, opens);
    for (var open : opens) {
      if (begun.contains(open.id())) {
        StoredBatch.find(connection, open.id())
            .filter(batch -> isOf(open, batch))
            .ifPresent(batch -> openings.found(open, batch));
      }
    }
  }

  /**
   * Did this very command begin it, at an earlier attempt at its group? The ids of transactions are
   * made anew for each command: another, for the same id, must not order what this one has ordered.
   */
  private static boolean isOf(OpenBatch open, TransferBatch batch) {
    var ids = open.items().stream().map(Item::transactionId).collect(toSet());
    return batch.items().stream()
        .map(Item::transactionId)
        .filter(Objects::nonNull)
        .allMatch(ids::contains);
  }

  /** The day's usage is held. */
  void decide() {
    openings.decide();
  }

  /** All but the transactions that were made, and their events. */
  void write(Pipeline pipeline) {
    keys.freeBatches(pipeline, openings.refused());
    table.insert(pipeline, openings.begun());
    table.update(pipeline, closings.closed());
  }

  /** What happened to the transactions of those that end. */
  Stream<Change> changes() {
    return closings.changes();
  }

  Outcome of(OpenBatch open) {
    return new Outcome.BatchBegun(openings.of(open));
  }

  Outcome of(CloseBatch close) {
    return new Outcome.BatchEnded(closings.of(close));
  }
}

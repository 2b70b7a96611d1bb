package org.corridor.transaction.infrastructure.desk;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.corridor.platform.jdbc.ArrayColumns;
import org.corridor.platform.jdbc.Pipeline;
import org.corridor.transaction.domain.TransferBatch;
import org.corridor.transaction.infrastructure.StoredBatch;

/** The rows of batches; one statement each, whatever the group's size. */
final class BatchTable {

  private static final String HOLD =
      "select id, attempts from transfer_batch where id = any(?::uuid[]) and status = 'ORDERED'"
          + " order by id for update";
  private static final String INSERT =
      "insert into transfer_batch (id, mode, status, made_by, made_at, correlation_id, items,"
          + " attempts, attempted_at, retry_at)"
          + " select id, mode, 'ORDERED', made_by, made_at, correlation_id, items, 1, made_at,"
          + " made_at + ? * interval '1 millisecond'"
          + " from unnest(?::uuid[], ?::text[], ?::text[], ?::timestamptz[], ?::text[], ?::json[])"
          + " as new (id, mode, made_by, made_at, correlation_id, items)";
  private static final String UPDATE =
      "update transfer_batch set status = now.status, closed_at = now.closed_at,"
          + " results = now.results"
          + " from unnest(?::uuid[], ?::text[], ?::timestamptz[], ?::json[])"
          + " as now (id, status, closed_at, results) where transfer_batch.id = now.id";

  private final Duration patience;

  /**
   * @param patience how long an attempt may take before it is taken for lost
   */
  BatchTable(Duration patience) {
    this.patience = patience;
  }

  /** Holds the rows of those that are not closed; gives how often each was ordered. */
  Map<UUID, Integer> hold(Connection connection, Collection<UUID> ids) throws SQLException {
    var attempts = new HashMap<UUID, Integer>();
    try (var select = connection.prepareStatement(HOLD)) {
      ArrayColumns.bindIds(select, 1, ids);
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          attempts.put(rows.getObject("id", UUID.class), rows.getInt("attempts"));
        }
      }
    }
    return attempts;
  }

  void insert(Pipeline pipeline, List<TransferBatch> ordered) {
    if (ordered.isEmpty()) {
      return;
    }
    pipeline.write(
        INSERT,
        ordered.size(),
        parameters ->
            parameters
                .value(patience.toMillis())
                .column("uuid", ordered, TransferBatch::id)
                .column("text", ordered, batch -> batch.mode().name())
                .column("text", ordered, batch -> batch.making().by())
                .column("timestamptz", ordered, batch -> batch.making().at())
                .column("text", ordered, batch -> batch.making().correlationId())
                .column("json", ordered, StoredBatch::items));
  }

  /** The rows must be held. */
  void update(Pipeline pipeline, List<TransferBatch> closed) {
    if (closed.isEmpty()) {
      return;
    }
    pipeline.write(
        UPDATE,
        closed.size(),
        parameters ->
            parameters
                .column("uuid", closed, TransferBatch::id)
                .column("text", closed, batch -> batch.status().name())
                .column("timestamptz", closed, TransferBatch::closedAt)
                .column("json", closed, StoredBatch::results));
  }
}

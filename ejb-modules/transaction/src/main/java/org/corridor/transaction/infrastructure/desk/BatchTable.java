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
import org.corridor.transaction.domain.TransferBatch;
import org.corridor.transaction.infrastructure.StoredBatch;

/** The rows of batches; one statement each, whatever the group's size. */
final class BatchTable {

  private static final String HOLD =
      "select id, attempts from transfer_batch where id = any(?) and status = 'ORDERED'"
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

  void insert(Connection connection, List<TransferBatch> ordered) throws SQLException {
    try (var insert = connection.prepareStatement(INSERT)) {
      insert.setLong(1, patience.toMillis());
      ArrayColumns.bind(insert, 2, "uuid", ordered, TransferBatch::id);
      ArrayColumns.bind(insert, 3, "text", ordered, batch -> batch.mode().name());
      ArrayColumns.bind(insert, 4, "text", ordered, batch -> batch.making().by());
      ArrayColumns.bind(insert, 5, "timestamptz", ordered, batch -> batch.making().at().toString());
      ArrayColumns.bind(insert, 6, "text", ordered, batch -> batch.making().correlationId());
      ArrayColumns.bind(insert, 7, "json", ordered, StoredBatch::items);
      requireRows(ordered.size(), insert.executeUpdate());
    }
  }

  /** The rows must be held. */
  void update(Connection connection, List<TransferBatch> closed) throws SQLException {
    try (var update = connection.prepareStatement(UPDATE)) {
      ArrayColumns.bind(update, 1, "uuid", closed, TransferBatch::id);
      ArrayColumns.bind(update, 2, "text", closed, batch -> batch.status().name());
      ArrayColumns.bind(update, 3, "timestamptz", closed, batch -> batch.closedAt().toString());
      ArrayColumns.bind(update, 4, "json", closed, StoredBatch::results);
      requireRows(closed.size(), update.executeUpdate());
    }
  }

  private static void requireRows(int expected, int written) throws SQLException {
    if (written != expected) {
      throw new SQLException("wrote " + written + " batches of " + expected);
    }
  }
}

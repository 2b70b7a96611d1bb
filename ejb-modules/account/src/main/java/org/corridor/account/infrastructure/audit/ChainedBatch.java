package org.corridor.account.infrastructure.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.corridor.account.infrastructure.ledger.Columns;

/**
 * The row that a batch has left.
 *
 * @param contentHash in hexadecimal
 */
record ChainedBatch(long id, Instant bookedAt, int journals, int entries, String contentHash) {

  static final String COLUMNS =
      "batch.id, batch.booked_at, batch.journals, batch.entries,"
          + " encode(batch.content_hash, 'hex') as content_hash";

  /** Null if an outer join has found none. */
  static ChainedBatch of(ResultSet row) throws SQLException {
    var id = Columns.nullableLong(row, "id");
    return id == null
        ? null
        : new ChainedBatch(
            id,
            Columns.instant(row, "booked_at"),
            row.getInt("journals"),
            row.getInt("entries"),
            row.getString("content_hash"));
  }
}

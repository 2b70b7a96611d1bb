package org.corridor.account.infrastructure.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.corridor.account.domain.ledger.Fingerprint;
import org.corridor.account.infrastructure.ledger.Columns;
import org.corridor.account.infrastructure.ledger.KeptJournal;
import org.corridor.account.infrastructure.ledger.KeptJournal.KeptEntry;

/**
 * A row of the journal, for checking.
 *
 * @param batch null if it was booked before there was a chain
 */
record StoredJournal(
    UUID id,
    Long batch,
    Instant bookedAt,
    String kind,
    LocalDate valueDate,
    String correlationId,
    Fingerprint fingerprint,
    UUID captures,
    UUID reverses,
    String metadata) {

  static final String COLUMNS =
      "id, batch, booked_at, kind, value_date, correlation_id, fingerprint, captures, reverses,"
          + " metadata";

  static StoredJournal of(ResultSet row) throws SQLException {
    return new StoredJournal(
        Columns.uuid(row, "id"),
        Columns.nullableLong(row, "batch"),
        Columns.instant(row, "booked_at"),
        row.getString("kind"),
        row.getObject("value_date", LocalDate.class),
        row.getString("correlation_id"),
        Fingerprint.ofBytes(row.getBytes("fingerprint")),
        Columns.uuid(row, "captures"),
        Columns.uuid(row, "reverses"),
        row.getString("metadata"));
  }

  KeptJournal kept(List<KeptEntry> entries) {
    return new KeptJournal(
        id, kind, valueDate, correlationId, fingerprint, captures, reverses, metadata, entries);
  }
}

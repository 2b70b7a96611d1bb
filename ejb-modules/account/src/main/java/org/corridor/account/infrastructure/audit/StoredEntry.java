package org.corridor.account.infrastructure.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.corridor.account.infrastructure.ledger.Columns;
import org.corridor.account.infrastructure.ledger.KeptJournal.KeptEntry;

/** A row of the entries, for checking. */
record StoredEntry(UUID journalId, Instant bookedAt, LocalDate valueDate, KeptEntry kept) {

  static final String COLUMNS =
      "journal_id, booked_at, value_date, account_id, seq, amount, currency, balance_after";

  static StoredEntry of(ResultSet row) throws SQLException {
    return new StoredEntry(
        Columns.uuid(row, "journal_id"),
        Columns.instant(row, "booked_at"),
        row.getObject("value_date", LocalDate.class),
        new KeptEntry(
            Columns.uuid(row, "account_id"),
            row.getLong("seq"),
            row.getLong("amount"),
            row.getString("currency"),
            row.getLong("balance_after")));
  }
}

package org.corridor.transaction.infrastructure.file;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.corridor.transaction.application.file.FileOrder;
import org.corridor.transaction.domain.Making;
import org.corridor.transaction.domain.file.Counts;
import org.corridor.transaction.domain.file.TransferFile;
import org.corridor.transaction.domain.file.TransferFile.Format;
import org.corridor.transaction.domain.file.TransferFile.Status;
import org.corridor.transaction.domain.file.TransferFile.Times;
import org.corridor.transaction.domain.file.TransferFile.Trouble;

/** The row of a file. */
final class StoredFile {

  private static final String INSERT =
      "insert into transfer_file (id, format, total, chunk_size, made_by, made_at, correlation_id,"
          + " maker, fingerprint, status, paid, declined, refused, awaiting_approval, attempts,"
          + " retry_at) values (?, ?, ?, ?, ?, ?, ?, ?::json, ?, ?, 0, 0, 0, 0, 0, ?)";
  private static final String SAVE =
      "update transfer_file set status = ?, paid = ?, declined = ?, refused = ?,"
          + " awaiting_approval = ?, started_at = ?, finished_at = ?, attempts = ?, retry_at = ?,"
          + " failure = ? where id = ? and status <> 'DONE'";

  private StoredFile() {}

  static void insert(Connection connection, TransferFile file, FileOrder order)
      throws SQLException {
    try (var insert = connection.prepareStatement(INSERT)) {
      insert.setObject(1, file.id());
      insert.setString(2, file.format().name());
      insert.setInt(3, file.total());
      insert.setInt(4, file.chunkSize());
      insert.setString(5, file.making().by());
      insert.setObject(6, file.making().at().atOffset(ZoneOffset.UTC));
      insert.setString(7, file.making().correlationId());
      insert.setString(8, StoredCaller.write(order.maker()));
      insert.setString(9, order.fingerprint());
      insert.setString(10, file.status().name());
      insert.setObject(11, file.trouble().retryAt().atOffset(ZoneOffset.UTC));
      insert.executeUpdate();
    }
  }

  /** Never one that is done already: how many were saved. */
  static int save(Connection connection, TransferFile file) throws SQLException {
    try (var update = connection.prepareStatement(SAVE)) {
      var counts = file.counts();
      update.setString(1, file.status().name());
      update.setInt(2, counts.paid());
      update.setInt(3, counts.declined());
      update.setInt(4, counts.refused());
      update.setInt(5, counts.awaitingApproval());
      update.setObject(6, atOffset(file.times().startedAt()));
      update.setObject(7, atOffset(file.times().finishedAt()));
      update.setInt(8, file.trouble().attempts());
      update.setObject(9, atOffset(file.trouble().retryAt()));
      update.setString(10, file.trouble().why());
      update.setObject(11, file.id());
      return update.executeUpdate();
    }
  }

  static TransferFile file(ResultSet row) throws SQLException {
    return new TransferFile(
        row.getObject("id", UUID.class),
        Format.valueOf(row.getString("format")),
        row.getInt("total"),
        row.getInt("chunk_size"),
        new Making(
            row.getString("made_by"), instant(row, "made_at"), row.getString("correlation_id")),
        Status.valueOf(row.getString("status")),
        new Counts(
            row.getInt("paid"),
            row.getInt("declined"),
            row.getInt("refused"),
            row.getInt("awaiting_approval")),
        new Times(instant(row, "started_at"), instant(row, "finished_at")),
        new Trouble(row.getInt("attempts"), instant(row, "retry_at"), row.getString("failure")));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private static OffsetDateTime atOffset(Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}

package org.corridor.transaction.infrastructure.file;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.corridor.platform.json.Json;
import org.corridor.transaction.application.file.FileChunks;
import org.corridor.transaction.domain.file.FiledTransfer;
import org.corridor.transaction.infrastructure.TransactionDatabase;

/** The contents of files, a row a chunk; its transfers are one value, into which no SQL looks. */
@ApplicationScoped
public class JdbcFileChunks implements FileChunks {

  private static final String NEXT =
      "select min(nth) from transfer_file_chunk where file_id = ? and nth >= ? and done_at is null";
  private static final String FIND =
      "select batch_id, done_at is not null as done, transfers from transfer_file_chunk"
          + " where file_id = ? and nth = ?";
  private static final String DONE =
      "update transfer_file_chunk set done_at = ? where file_id = ? and nth = ?"
          + " and done_at is null";
  private static final String FORGET =
      "with old as (update transfer_file set forgotten_at = now() where id in"
          + " (select id from transfer_file where forgotten_at is null and finished_at < ?"
          + " order by finished_at limit ? for update skip locked) returning id),"
          + " gone as (update transfer_file_chunk set transfers = null"
          + " where file_id in (select id from old))"
          + " select count(*) from old";

  private final TransactionDatabase database;

  /** For the container's proxy. */
  protected JdbcFileChunks() {
    this(null);
  }

  @Inject
  public JdbcFileChunks(TransactionDatabase database) {
    this.database = database;
  }

  @Override
  public OptionalInt next(UUID fileId, int from) {
    return database.sql(
        connection -> {
          try (var select = connection.prepareStatement(NEXT)) {
            select.setObject(1, fileId);
            select.setInt(2, from);
            try (var rows = select.executeQuery()) {
              rows.next();
              var nth = rows.getInt(1);
              return rows.wasNull() ? OptionalInt.empty() : OptionalInt.of(nth);
            }
          }
        });
  }

  @Override
  public Optional<FileChunk> find(UUID fileId, int nth) {
    return database.sql(
        connection -> {
          try (var select = connection.prepareStatement(FIND)) {
            select.setObject(1, fileId);
            select.setInt(2, nth);
            try (var rows = select.executeQuery()) {
              return rows.next() ? Optional.of(chunk(fileId, nth, rows)) : Optional.empty();
            }
          }
        });
  }

  private static FileChunk chunk(UUID fileId, int nth, ResultSet row) throws SQLException {
    var transfers = row.getString("transfers");
    return new FileChunk(
        fileId,
        nth,
        row.getObject("batch_id", UUID.class),
        row.getBoolean("done"),
        transfers == null ? List.of() : List.of(Json.read(transfers, FiledTransfer[].class)));
  }

  @Override
  public boolean done(UUID fileId, int nth, Instant at) {
    return database.sql(
        connection -> {
          try (var update = connection.prepareStatement(DONE)) {
            update.setObject(1, at.atOffset(ZoneOffset.UTC));
            update.setObject(2, fileId);
            update.setInt(3, nth);
            return update.executeUpdate() == 1;
          }
        });
  }

  @Override
  public int forget(Instant doneBefore, int limit) {
    return database.sql(
        connection -> {
          try (var update = connection.prepareStatement(FORGET)) {
            update.setObject(1, doneBefore.atOffset(ZoneOffset.UTC));
            update.setInt(2, limit);
            try (var rows = update.executeQuery()) {
              rows.next();
              return rows.getInt(1);
            }
          }
        });
  }
}

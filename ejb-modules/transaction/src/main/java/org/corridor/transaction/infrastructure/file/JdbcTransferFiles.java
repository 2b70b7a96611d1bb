package org.corridor.transaction.infrastructure.file;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.corridor.kernel.DomainEvent;
import org.corridor.platform.events.EventStore;
import org.corridor.platform.events.Trail;
import org.corridor.transaction.application.file.FileContents;
import org.corridor.transaction.application.file.FileOrder;
import org.corridor.transaction.application.file.TransferFiles;
import org.corridor.transaction.domain.file.TransferFile;
import org.corridor.transaction.domain.file.TransferFile.Status;
import org.corridor.transaction.domain.file.TransferFileFinished;
import org.corridor.transaction.domain.file.TransferFileReceived;
import org.corridor.transaction.infrastructure.TransactionDatabase;
import org.corridor.transaction.infrastructure.TransactionEvents;

/** Files as rows, with a stream of two events each: it came, and it was done. */
@ApplicationScoped
public class JdbcTransferFiles implements TransferFiles {

  private static final String INSERT_CHUNK =
      "insert into transfer_file_chunk (file_id, nth, batch_id, transfers)"
          + " values (?, ?, ?, ?::json)";
  private static final String SELECT = "select * from transfer_file ";
  private static final String DUE =
      "select id from transfer_file where status in ('RECEIVED', 'RUNNING') and retry_at <= ?"
          + " order by id limit ?";

  private final TransactionDatabase database;
  private final EventStore events = TransactionEvents.store();

  /** For the container's proxy. */
  protected JdbcTransferFiles() {
    this(null);
  }

  @Inject
  public JdbcTransferFiles(TransactionDatabase database) {
    this.database = database;
  }

  @Override
  public void add(TransferFile file, FileOrder order, List<FileContents.Chunk> chunks) {
    database.sql(
        connection -> {
          StoredFile.insert(connection, file, order);
          insert(connection, file.id(), chunks);
          return null;
        });
    append(file, 0, TransferFileReceived.of(file), file.making().at());
  }

  /** One by one: together they would be in memory once more. */
  private static void insert(Connection connection, UUID file, List<FileContents.Chunk> chunks)
      throws SQLException {
    try (var insert = connection.prepareStatement(INSERT_CHUNK)) {
      for (var nth = 0; nth < chunks.size(); nth++) {
        insert.setObject(1, file);
        insert.setInt(2, nth);
        insert.setObject(3, chunks.get(nth).batchId());
        insert.setString(4, chunks.get(nth).transfers());
        insert.executeUpdate();
      }
    }
  }

  @Override
  public Optional<TransferFile> find(UUID id) {
    return list("where id = ?", select -> select.setObject(1, id)).stream().findFirst();
  }

  @Override
  public Optional<TransferFile> hold(UUID id) {
    return list("where id = ? for update", select -> select.setObject(1, id)).stream().findFirst();
  }

  @Override
  public void save(TransferFile file) {
    var saved = database.sql(connection -> StoredFile.save(connection, file));
    if (saved != 1) {
      throw new IllegalStateException("no file was held: " + file.id());
    }
    if (file.status() == Status.DONE) {
      append(file, 1, TransferFileFinished.of(file), file.times().finishedAt());
    }
  }

  private void append(TransferFile file, long version, DomainEvent event, Instant at) {
    database.sql(
        connection ->
            events.append(
                connection,
                "transfer-file/" + file.id(),
                version,
                List.of(event),
                at,
                Trail.of(file.making().correlationId())));
  }

  @Override
  public FileOrder order(UUID id) {
    return database.sql(
        connection -> {
          try (var select =
              connection.prepareStatement(
                  "select maker, fingerprint from transfer_file where id = ?")) {
            select.setObject(1, id);
            try (var rows = select.executeQuery()) {
              rows.next();
              return new FileOrder(
                  StoredCaller.read(rows.getString("maker")), rows.getString("fingerprint"));
            }
          }
        });
  }

  @Override
  public List<TransferFile> of(String maker, UUID before, int limit) {
    return list(
        "where made_by = ? and (?::uuid is null or id < ?) order by id desc limit ?",
        select -> {
          select.setString(1, maker);
          select.setObject(2, before);
          select.setObject(3, before);
          select.setInt(4, limit);
        });
  }

  @Override
  public List<UUID> due(Instant now, int limit) {
    return database.sql(
        connection -> {
          try (var select = connection.prepareStatement(DUE)) {
            select.setObject(1, now.atOffset(ZoneOffset.UTC));
            select.setInt(2, limit);
            var ids = new ArrayList<UUID>();
            try (var rows = select.executeQuery()) {
              while (rows.next()) {
                ids.add(rows.getObject("id", UUID.class));
              }
            }
            return ids;
          }
        });
  }

  @Override
  public long open() {
    return number(
            "select count(*) from transfer_file where status in ('RECEIVED', 'RUNNING')",
            select -> {})
        .orElseThrow();
  }

  @Override
  public Optional<Long> execution(UUID id) {
    return number(
        "select execution_id from transfer_file where id = ?", select -> select.setObject(1, id));
  }

  @Override
  public void executed(UUID id, long execution) {
    database.sql(
        connection -> {
          try (var update =
              connection.prepareStatement(
                  "update transfer_file set execution_id = ? where id = ?")) {
            update.setLong(1, execution);
            update.setObject(2, id);
            return update.executeUpdate();
          }
        });
  }

  /** Fills in the parameters of a statement. */
  @FunctionalInterface
  private interface Binding {
    void bind(PreparedStatement statement) throws SQLException;
  }

  private Optional<Long> number(String sql, Binding binding) {
    return database.sql(
        connection -> {
          try (var select = connection.prepareStatement(sql)) {
            binding.bind(select);
            try (var rows = select.executeQuery()) {
              return rows.next()
                  ? Optional.ofNullable(rows.getObject(1, Long.class))
                  : Optional.empty();
            }
          }
        });
  }

  private List<TransferFile> list(String where, Binding binding) {
    return database.sql(
        connection -> {
          try (var select = connection.prepareStatement(SELECT + where)) {
            binding.bind(select);
            var files = new ArrayList<TransferFile>();
            try (var rows = select.executeQuery()) {
              while (rows.next()) {
                files.add(StoredFile.file(rows));
              }
            }
            return files;
          }
        });
  }
}

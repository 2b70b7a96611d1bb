package org.corridor.transaction.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.corridor.transaction.application.TransferBatches;
import org.corridor.transaction.domain.TransferBatch;

/** Batches of transfers, for reading, and for those who find lost ones. */
@ApplicationScoped
public class JdbcTransferBatches implements TransferBatches {

  /** Doubling stops here: eight minutes, if the first pause is a quarter of one. */
  private static final int MAX_DOUBLINGS = 5;

  private static final String RETRY =
      "update transfer_batch set attempts = attempts + 1, attempted_at = now.at,"
          + " after_previous = now.at - attempted_at,"
          + " retry_at = now.at + power(2, least(attempts, ?)) * ? * interval '1 second'"
          + " from (select ?::timestamptz) as now (at)"
          + " where id in (select id from transfer_batch where status = 'ORDERED'"
          + " and retry_at <= ? order by retry_at limit ? for update skip locked)"
          + " returning id, attempts, extract(epoch from after_previous) as seconds_after_previous";

  private final TransactionDatabase database;

  /** For the container's proxy. */
  protected JdbcTransferBatches() {
    this(null);
  }

  @Inject
  public JdbcTransferBatches(TransactionDatabase database) {
    this.database = database;
  }

  @Override
  public Optional<TransferBatch> find(UUID id) {
    return database.sql(connection -> StoredBatch.find(connection, id));
  }

  @Override
  public UUID batchOf(String subject) {
    return StoredBatch.idOf(subject);
  }

  @Override
  public List<Attempt> retry(Instant now, Duration first, int limit) {
    return database.sql(connection -> retry(connection, now, first, limit));
  }

  private static List<Attempt> retry(Connection connection, Instant now, Duration first, int limit)
      throws SQLException {
    try (var update = connection.prepareStatement(RETRY)) {
      var at = now.atOffset(ZoneOffset.UTC);
      update.setInt(1, MAX_DOUBLINGS);
      update.setDouble(2, first.toMillis() / 1000.0);
      update.setObject(3, at);
      update.setObject(4, at);
      update.setInt(5, limit);
      var attempts = new ArrayList<Attempt>();
      try (var rows = update.executeQuery()) {
        while (rows.next()) {
          attempts.add(attempt(rows));
        }
      }
      return attempts;
    }
  }

  private static Attempt attempt(ResultSet row) throws SQLException {
    var seconds = row.getBigDecimal("seconds_after_previous");
    return new Attempt(
        row.getObject("id", UUID.class),
        row.getInt("attempts"),
        Duration.ofMillis(seconds.movePointRight(3).longValue()));
  }
}

package org.corridor.transaction.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.corridor.transaction.application.PendingOrders;

/** Pending orders in a table that replicas share without waiting for each other. */
@ApplicationScoped
public class JdbcPendingOrders implements PendingOrders {

  /** Doubling stops here: eight minutes, if the first pause is a quarter of one. */
  private static final int MAX_DOUBLINGS = 5;

  private static final String ATTEMPT =
      "transaction_id, attempts, extract(epoch from after_previous) as seconds_after_previous";

  private final TransactionDatabase database;

  /** For the container's proxy. */
  protected JdbcPendingOrders() {
    this(null);
  }

  @Inject
  public JdbcPendingOrders(TransactionDatabase database) {
    this.database = database;
  }

  @Override
  public Attempt open(UUID transactionId, Instant now, Instant retryAt) {
    return database.sql(
        connection -> {
          try (var insert =
              connection.prepareStatement(
                  "insert into pending_order (transaction_id, attempts, attempted_at, retry_at)"
                      + " values (?, 1, ?, ?)")) {
            insert.setObject(1, transactionId);
            insert.setObject(2, now.atOffset(ZoneOffset.UTC));
            insert.setObject(3, retryAt.atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
            return new Attempt(transactionId, 1, null);
          }
        });
  }

  @Override
  public Optional<Attempt> lastAttempt(UUID transactionId) {
    return database.sql(
        connection -> {
          try (var select =
              connection.prepareStatement(
                  "select "
                      + ATTEMPT
                      + " from pending_order where transaction_id = ?"
                      + " for update")) {
            select.setObject(1, transactionId);
            try (var rows = select.executeQuery()) {
              return rows.next() ? Optional.of(attempt(rows)) : Optional.empty();
            }
          }
        });
  }

  @Override
  public List<Attempt> retry(Instant now, Duration first, int limit) {
    return database.sql(
        connection -> {
          try (var update =
              connection.prepareStatement(
                  "update pending_order set attempts = attempts + 1, attempted_at = ?,"
                      + " after_previous = ? - attempted_at,"
                      + " retry_at = ? + power(2, least(attempts, ?)) * ? * interval '1 second'"
                      + " where transaction_id in (select transaction_id from pending_order"
                      + " where retry_at <= ? order by retry_at limit ? for update skip locked)"
                      + " returning "
                      + ATTEMPT)) {
            var at = now.atOffset(ZoneOffset.UTC);
            update.setObject(1, at);
            update.setObject(2, at);
            update.setObject(3, at);
            update.setInt(4, MAX_DOUBLINGS);
            update.setDouble(5, first.toMillis() / 1000.0);
            update.setObject(6, at);
            update.setInt(7, limit);
            var attempts = new ArrayList<Attempt>();
            try (var rows = update.executeQuery()) {
              while (rows.next()) {
                attempts.add(attempt(rows));
              }
            }
            return attempts;
          }
        });
  }

  @Override
  public void close(UUID transactionId) {
    database.sql(
        connection -> {
          try (var delete =
              connection.prepareStatement("delete from pending_order where transaction_id = ?")) {
            delete.setObject(1, transactionId);
            return delete.executeUpdate();
          }
        });
  }

  private static Attempt attempt(ResultSet row) throws SQLException {
    var seconds = row.getBigDecimal("seconds_after_previous");
    return new Attempt(
        row.getObject("transaction_id", UUID.class),
        row.getInt("attempts"),
        seconds == null ? null : Duration.ofMillis(seconds.movePointRight(3).longValue()));
  }
}

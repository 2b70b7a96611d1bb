package org.corridor.transaction.infrastructure.desk;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.corridor.platform.jdbc.ArrayColumns;
import org.corridor.transaction.domain.Refusal;
import org.corridor.transaction.domain.Transaction;

/** The rows of transactions and of their orders; one statement each, whatever the group's size. */
final class DeskTables {

  private static final String HOLD =
      "select id, version from transaction where id = any(?) order by id for update";
  private static final String FIRST_ATTEMPTS =
      "select transaction_id from pending_order where transaction_id = any(?) and attempts = 1"
          + " for update";
  private static final String INSERT =
      "insert into transaction (id, version, kind, status, amount, currency, source_account,"
          + " source_client, source_branch, destination_account, destination_client,"
          + " destination_branch, reference, made_by, made_at, correlation_id, changed_at,"
          + " booked_at, refusal_code, refusal_detail)"
          + " select * from unnest(?::uuid[], ?::bigint[], ?::text[], ?::text[], ?::bigint[],"
          + " ?::text[], ?::uuid[], ?::text[], ?::text[], ?::uuid[], ?::text[], ?::text[],"
          + " ?::text[], ?::text[], ?::timestamptz[], ?::text[], ?::timestamptz[],"
          + " ?::timestamptz[], ?::text[], ?::text[])";
  private static final String UPDATE =
      "update transaction set version = now.version, status = now.status,"
          + " changed_at = now.changed_at, booked_at = now.booked_at,"
          + " refusal_code = now.refusal_code, refusal_detail = now.refusal_detail"
          + " from unnest(?::uuid[], ?::bigint[], ?::text[], ?::timestamptz[], ?::timestamptz[],"
          + " ?::text[], ?::text[]) as now (id, version, status, changed_at, booked_at,"
          + " refusal_code, refusal_detail) where transaction.id = now.id";
  private static final String OPEN_ORDERS =
      "insert into pending_order (transaction_id, attempts, attempted_at, retry_at)"
          + " select id, 1, made_at, made_at + ? * interval '1 millisecond'"
          + " from unnest(?::uuid[], ?::timestamptz[]) as new (id, made_at)";
  private static final String CLOSE_ORDERS =
      "delete from pending_order where transaction_id = any(?)";

  private final Duration patience;

  /**
   * @param patience how long an attempt at an order may take before it is taken for lost
   */
  DeskTables(Duration patience) {
    this.patience = patience;
  }

  /** Holds the rows until the transaction ends; gives the version of each. */
  Map<UUID, Long> hold(Connection connection, Collection<UUID> ids) throws SQLException {
    var versions = new HashMap<UUID, Long>();
    read(connection, HOLD, ids, row -> versions.put(id(row), row.getLong("version")));
    return versions;
  }

  /** Of these, whose order was given once and is open; holds them. */
  Set<UUID> givenOnce(Connection connection, Collection<UUID> ids) throws SQLException {
    var found = new HashSet<UUID>();
    read(connection, FIRST_ATTEMPTS, ids, row -> found.add(id(row)));
    return found;
  }

  void insert(Connection connection, List<Transaction> transactions) throws SQLException {
    try (var insert = connection.prepareStatement(INSERT)) {
      ArrayColumns.bind(insert, 1, "uuid", transactions, Transaction::id);
      ArrayColumns.bind(insert, 2, "int8", transactions, Transaction::version);
      ArrayColumns.bind(insert, 3, "text", transactions, t -> t.movement().kind().name());
      ArrayColumns.bind(insert, 4, "text", transactions, t -> t.status().name());
      ArrayColumns.bind(insert, 5, "int8", transactions, t -> t.movement().amount().minorUnits());
      ArrayColumns.bind(
          insert, 6, "text", transactions, t -> t.movement().amount().currency().toString());
      ArrayColumns.bind(insert, 7, "uuid", transactions, t -> t.movement().source().accountId());
      ArrayColumns.bind(
          insert, 8, "text", transactions, t -> text(t.movement().source().clientId()));
      ArrayColumns.bind(insert, 9, "text", transactions, t -> t.movement().source().branch());
      ArrayColumns.bind(
          insert, 10, "uuid", transactions, t -> t.movement().destination().accountId());
      ArrayColumns.bind(
          insert, 11, "text", transactions, t -> text(t.movement().destination().clientId()));
      ArrayColumns.bind(insert, 12, "text", transactions, t -> t.movement().destination().branch());
      ArrayColumns.bind(insert, 13, "text", transactions, t -> t.movement().reference());
      ArrayColumns.bind(insert, 14, "text", transactions, t -> t.making().by());
      ArrayColumns.bind(insert, 15, "timestamptz", transactions, t -> text(t.making().at()));
      ArrayColumns.bind(insert, 16, "text", transactions, t -> t.making().correlationId());
      ArrayColumns.bind(insert, 17, "timestamptz", transactions, t -> text(t.changedAt()));
      ArrayColumns.bind(
          insert, 18, "timestamptz", transactions, t -> text(t.bookedAt().orElse(null)));
      ArrayColumns.bind(
          insert, 19, "text", transactions, t -> t.refusal().map(Refusal::code).orElse(null));
      ArrayColumns.bind(
          insert, 20, "text", transactions, t -> t.refusal().map(Refusal::detail).orElse(null));
      requireRows(transactions.size(), insert.executeUpdate());
    }
  }

  /** What the ledger said; the rows must be held. */
  void update(Connection connection, List<Transaction> transactions) throws SQLException {
    try (var update = connection.prepareStatement(UPDATE)) {
      ArrayColumns.bind(update, 1, "uuid", transactions, Transaction::id);
      ArrayColumns.bind(update, 2, "int8", transactions, Transaction::version);
      ArrayColumns.bind(update, 3, "text", transactions, t -> t.status().name());
      ArrayColumns.bind(update, 4, "timestamptz", transactions, t -> text(t.changedAt()));
      ArrayColumns.bind(
          update, 5, "timestamptz", transactions, t -> text(t.bookedAt().orElse(null)));
      ArrayColumns.bind(
          update, 6, "text", transactions, t -> t.refusal().map(Refusal::code).orElse(null));
      ArrayColumns.bind(
          update, 7, "text", transactions, t -> t.refusal().map(Refusal::detail).orElse(null));
      requireRows(transactions.size(), update.executeUpdate());
    }
  }

  void openOrders(Connection connection, List<Transaction> transactions) throws SQLException {
    try (var insert = connection.prepareStatement(OPEN_ORDERS)) {
      insert.setLong(1, patience.toMillis());
      ArrayColumns.bind(insert, 2, "uuid", transactions, Transaction::id);
      ArrayColumns.bind(insert, 3, "timestamptz", transactions, t -> text(t.making().at()));
      requireRows(transactions.size(), insert.executeUpdate());
    }
  }

  void closeOrders(Connection connection, Collection<UUID> ids) throws SQLException {
    try (var delete = connection.prepareStatement(CLOSE_ORDERS)) {
      ArrayColumns.bindIds(delete, 1, ids);
      delete.executeUpdate();
    }
  }

  @FunctionalInterface
  private interface RowReader {
    void read(ResultSet row) throws SQLException;
  }

  private static void read(
      Connection connection, String sql, Collection<UUID> ids, RowReader reader)
      throws SQLException {
    try (var select = connection.prepareStatement(sql)) {
      ArrayColumns.bindIds(select, 1, ids);
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          reader.read(rows);
        }
      }
    }
  }

  private static UUID id(ResultSet row) throws SQLException {
    return row.getObject(1, UUID.class);
  }

  private static String text(Object value) {
    return value == null ? null : value.toString();
  }

  /** A statement that misses a row would commit half of the group. */
  private static void requireRows(int expected, int written) throws SQLException {
    if (written != expected) {
      throw new SQLException("wrote " + written + " rows of " + expected);
    }
  }
}

package org.corridor.transaction.infrastructure.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.corridor.platform.jdbc.Pipeline;
import org.corridor.transaction.domain.Refusal;
import org.corridor.transaction.domain.Transaction;

/** The rows of transactions and of their orders; one statement each, whatever the group's size. */
final class DeskTables {

  private static final String FIRST_ATTEMPTS =
      "select transaction_id from pending_order where transaction_id = any(?::uuid[])"
          + " and attempts = 1 for update";
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
      "delete from pending_order where transaction_id = any(?::uuid[])";

  private final Duration patience;

  /**
   * @param patience how long an attempt at an order may take before it is taken for lost
   */
  DeskTables(Duration patience) {
    this.patience = patience;
  }

  /** Of these, whose order was given once and is open; holds them. */
  Set<UUID> givenOnce(Pipeline pipeline, Collection<UUID> ids) {
    var found = new HashSet<UUID>();
    if (!ids.isEmpty()) {
      pipeline.read(FIRST_ATTEMPTS, parameters -> parameters.ids(ids), row -> found.add(id(row)));
    }
    return found;
  }

  /** What the ledger said; the rows must be held. */
  void update(Pipeline pipeline, List<Transaction> transactions) {
    if (transactions.isEmpty()) {
      return;
    }
    pipeline.write(
        UPDATE,
        transactions.size(),
        parameters ->
            parameters
                .column("uuid", transactions, Transaction::id)
                .column("int8", transactions, Transaction::version)
                .column("text", transactions, t -> t.status().name())
                .column("timestamptz", transactions, Transaction::changedAt)
                .column("timestamptz", transactions, t -> t.bookedAt().orElse(null))
                .column("text", transactions, t -> t.refusal().map(Refusal::code).orElse(null))
                .column("text", transactions, t -> t.refusal().map(Refusal::detail).orElse(null)));
  }

  void openOrders(Pipeline pipeline, List<Transaction> transactions) {
    if (transactions.isEmpty()) {
      return;
    }
    pipeline.write(
        OPEN_ORDERS,
        transactions.size(),
        parameters ->
            parameters
                .value(patience.toMillis())
                .column("uuid", transactions, Transaction::id)
                .column("timestamptz", transactions, t -> t.making().at()));
  }

  void closeOrders(Pipeline pipeline, Collection<UUID> ids) {
    if (!ids.isEmpty()) {
      pipeline.write(CLOSE_ORDERS, parameters -> parameters.ids(ids));
    }
  }

  private static UUID id(ResultSet row) throws SQLException {
    return row.getObject(1, UUID.class);
  }
}

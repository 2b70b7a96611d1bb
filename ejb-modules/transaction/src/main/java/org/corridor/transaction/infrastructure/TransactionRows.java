package org.corridor.transaction.infrastructure;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.corridor.platform.jdbc.Pipeline;
import org.corridor.platform.jdbc.Pipeline.Binder;
import org.corridor.transaction.domain.Refusal;
import org.corridor.transaction.domain.Transaction;

/**
 * Rows of new transactions, any number in one statement: the nth elements of all arrays are the nth
 * row.
 */
public final class TransactionRows {

  private static final String INSERT =
      "insert into transaction (id, version, kind, status, amount, currency, source_account,"
          + " source_client, source_branch, destination_account, destination_client,"
          + " destination_branch, reference, made_by, made_at, correlation_id, changed_at,"
          + " booked_at, refusal_code, refusal_detail)"
          + " select unnest(?::uuid[]), unnest(?::bigint[]), unnest(?::text[]),"
          + " unnest(?::text[]), unnest(?::bigint[]), unnest(?::text[]),"
          + " unnest(?::uuid[]), unnest(?::text[]), unnest(?::text[]),"
          + " unnest(?::uuid[]), unnest(?::text[]), unnest(?::text[]),"
          + " unnest(?::text[]), unnest(?::text[]), unnest(?::timestamptz[]),"
          + " unnest(?::text[]), unnest(?::timestamptz[]), unnest(?::timestamptz[]),"
          + " unnest(?::text[]), unnest(?::text[])";
  private static final String INSERT_MISSING = INSERT + " on conflict (id) do nothing returning id";

  private TransactionRows() {}

  public static void insert(Pipeline pipeline, List<Transaction> transactions) {
    if (!transactions.isEmpty()) {
      pipeline.write(INSERT, transactions.size(), columns(transactions));
    }
  }

  /**
   * Writes the rows of those that have none yet, and holds these: it waits for whoever is about to
   * write the same row.
   *
   * @param transactions in the order of their ids, so that no two wait for each other
   * @param written takes the ids of these
   */
  public static void insertMissing(
      Pipeline pipeline, List<Transaction> transactions, Consumer<UUID> written) {
    if (!transactions.isEmpty()) {
      pipeline.read(
          INSERT_MISSING,
          columns(transactions),
          row -> written.accept(row.getObject(1, UUID.class)));
    }
  }

  private static Binder columns(List<Transaction> transactions) {
    return parameters ->
        parameters
            .column("uuid", transactions, Transaction::id)
            .column("int8", transactions, Transaction::version)
            .column("text", transactions, t -> t.movement().kind().name())
            .column("text", transactions, t -> t.status().name())
            .column("int8", transactions, t -> t.movement().amount().minorUnits())
            .column("text", transactions, t -> t.movement().amount().currency())
            .column("uuid", transactions, t -> t.movement().source().accountId())
            .column("text", transactions, t -> t.movement().source().clientId())
            .column("text", transactions, t -> t.movement().source().branch())
            .column("uuid", transactions, t -> t.movement().destination().accountId())
            .column("text", transactions, t -> t.movement().destination().clientId())
            .column("text", transactions, t -> t.movement().destination().branch())
            .column("text", transactions, t -> t.movement().reference())
            .column("text", transactions, t -> t.making().by())
            .column("timestamptz", transactions, t -> t.making().at())
            .column("text", transactions, t -> t.making().correlationId())
            .column("timestamptz", transactions, Transaction::changedAt)
            .column("timestamptz", transactions, t -> t.bookedAt().orElse(null))
            .column("text", transactions, t -> t.refusal().map(Refusal::code).orElse(null))
            .column("text", transactions, t -> t.refusal().map(Refusal::detail).orElse(null));
  }
}

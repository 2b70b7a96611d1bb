package org.corridor.transaction.infrastructure;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.corridor.platform.jdbc.Insert;
import org.corridor.platform.jdbc.Pipeline;
import org.corridor.transaction.domain.Refusal;
import org.corridor.transaction.domain.Transaction;

/** Rows of new transactions. */
public final class TransactionRows {

  private static final Insert<Transaction> INSERT =
      Insert.<Transaction>into("transaction")
          .uuid("id", Transaction::id)
          .bigint("version", Transaction::version)
          .text("kind", t -> t.movement().kind().name())
          .text("status", t -> t.status().name())
          .bigint("amount", t -> t.movement().amount().minorUnits())
          .text("currency", t -> t.movement().amount().currency())
          .uuid("source_account", t -> t.movement().source().accountId())
          .text("source_client", t -> t.movement().source().clientId())
          .text("source_branch", t -> t.movement().source().branch())
          .uuid("destination_account", t -> t.movement().destination().accountId())
          .text("destination_client", t -> t.movement().destination().clientId())
          .text("destination_branch", t -> t.movement().destination().branch())
          .text("reference", t -> t.movement().reference())
          .text("made_by", t -> t.making().by())
          .timestamp("made_at", t -> t.making().at())
          .text("correlation_id", t -> t.making().correlationId())
          .timestamp("changed_at", Transaction::changedAt)
          .timestamp("booked_at", t -> t.bookedAt().orElse(null))
          .text("refusal_code", t -> t.refusal().map(Refusal::code).orElse(null))
          .text("refusal_detail", t -> t.refusal().map(Refusal::detail).orElse(null))
          .build();
  private static final String INSERT_MISSING =
      INSERT.sql() + " on conflict (id) do nothing returning id";

  private TransactionRows() {}

  public static void insert(Pipeline pipeline, List<Transaction> transactions) {
    pipeline.insert(INSERT, transactions);
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
          INSERT.binder(transactions),
          row -> written.accept(row.getObject(1, UUID.class)));
    }
  }
}

package org.corridor.transaction.infrastructure.desk;

import static java.util.stream.Collectors.toSet;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.corridor.platform.idempotency.IdempotencyKeys;
import org.corridor.platform.idempotency.IdempotencyKeys.Beginning;
import org.corridor.platform.jdbc.Pipeline;
import org.corridor.transaction.application.RequestKey;
import org.corridor.transaction.infrastructure.StoredBatch;
import org.corridor.transaction.infrastructure.TransactionEvents;
import org.corridor.transaction.infrastructure.desk.DeskCommand.Open;
import org.corridor.transaction.infrastructure.desk.DeskCommand.OpenBatch;

/** The idempotency keys of one group; a subject is a transaction's stream, or a batch. */
final class DeskKeys {

  private final IdempotencyKeys keys = new IdempotencyKeys();

  /** Claims the keys of what is to be begun; the ids whose key was fresh, once that has run. */
  Set<UUID> claim(Pipeline pipeline, Collection<Open> opens) {
    var fresh = new HashSet<UUID>();
    keys.beginAll(
        pipeline,
        beginnings(opens),
        subject -> fresh.add(TransactionEvents.transactionId(subject)));
    return fresh;
  }

  /** Of these, those that were begun already: by an earlier attempt at the same group. */
  Set<UUID> begun(Connection connection, Collection<Open> opens) throws SQLException {
    return keys.begun(connection, beginnings(opens)).stream()
        .map(TransactionEvents::transactionId)
        .collect(toSet());
  }

  /** Frees keys that were claimed in the same transaction. */
  void free(Pipeline pipeline, Collection<Open> opens) {
    keys.free(pipeline, beginnings(opens));
  }

  /** As {@link #claim}. */
  Set<UUID> claimBatches(Pipeline pipeline, Collection<OpenBatch> opens) {
    var fresh = new HashSet<UUID>();
    keys.beginAll(
        pipeline, batchBeginnings(opens), subject -> fresh.add(StoredBatch.idOf(subject)));
    return fresh;
  }

  /** As {@link #begun}. */
  Set<UUID> begunBatches(Connection connection, Collection<OpenBatch> opens) throws SQLException {
    return keys.begun(connection, batchBeginnings(opens)).stream()
        .map(StoredBatch::idOf)
        .collect(toSet());
  }

  /** As {@link #free}. */
  void freeBatches(Pipeline pipeline, Collection<OpenBatch> opens) {
    keys.free(pipeline, batchBeginnings(opens));
  }

  private static List<Beginning> beginnings(Collection<Open> opens) {
    return opens.stream()
        .map(open -> beginning(open.request().key(), TransactionEvents.stream(open.id())))
        .toList();
  }

  private static List<Beginning> batchBeginnings(Collection<OpenBatch> opens) {
    return opens.stream()
        .map(open -> beginning(open.request().key(), StoredBatch.subject(open.id())))
        .toList();
  }

  private static Beginning beginning(RequestKey key, String subject) {
    return new Beginning(key.caller(), key.key(), key.fingerprint(), subject);
  }
}

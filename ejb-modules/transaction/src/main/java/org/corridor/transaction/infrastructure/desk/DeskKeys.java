package org.corridor.transaction.infrastructure.desk;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.corridor.platform.idempotency.IdempotencyKeys;
import org.corridor.platform.idempotency.IdempotencyKeys.Beginning;
import org.corridor.transaction.domain.Transaction;
import org.corridor.transaction.infrastructure.TransactionEvents;
import org.corridor.transaction.infrastructure.desk.DeskCommand.Open;

/** The idempotency keys of one group; a subject is a transaction's stream. */
final class DeskKeys {

  private final IdempotencyKeys keys = new IdempotencyKeys();

  /** Claims the keys of what is to be begun; gives those ids whose key was fresh. */
  Set<UUID> claim(Connection connection, Collection<Open> opens) throws SQLException {
    var beginnings = opens.stream().map(DeskKeys::beginning).toList();
    return ids(keys.beginAll(connection, beginnings));
  }

  /** Of these ids, those that were begun already: by an earlier attempt at the same group. */
  Set<UUID> begun(Connection connection, Collection<UUID> ids) throws SQLException {
    return ids(keys.begun(connection, ids.stream().map(TransactionEvents::stream).toList()));
  }

  /** Frees keys that were claimed in the same transaction. */
  void free(Connection connection, Collection<UUID> ids) throws SQLException {
    keys.free(connection, ids.stream().map(TransactionEvents::stream).toList());
  }

  /** Each key is answered by its transaction as it is now. */
  void answered(Connection connection, Collection<Transaction> transactions) throws SQLException {
    keys.answeredAll(
        connection,
        transactions,
        transaction -> TransactionEvents.stream(transaction.id()),
        Transaction::version);
  }

  private static Beginning beginning(Open open) {
    var key = open.request().key();
    return new Beginning(
        key.caller(), key.key(), key.fingerprint(), TransactionEvents.stream(open.id()));
  }

  private static Set<UUID> ids(Collection<String> subjects) {
    var ids = new HashSet<UUID>();
    subjects.forEach(subject -> ids.add(TransactionEvents.transactionId(subject)));
    return ids;
  }
}

package org.corridor.transaction.infrastructure.saga;

import static org.corridor.transaction.infrastructure.saga.StoredSaga.utc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.corridor.transaction.application.saga.Sagas.Lease;

/** Who is at which saga, and until when. */
final class SagaLeases {

  private static final String FREE = "due_at <= ? and (lease_until is null or lease_until <= ?)";
  private static final String TAKE_NEXT =
      "update saga set lease_token = ?, lease_until = ? where id = (select id from saga where "
          + FREE
          + " order by due_at limit 1 for update skip locked) returning id";
  private static final String TAKE =
      "update saga set lease_token = ?, lease_until = ? where id = (select id from saga where id = ?"
          + " and "
          + FREE
          + " for update skip locked) returning id";
  private static final String RENEW =
      "update saga set lease_until = ? where id = ? and lease_token = ?";
  private static final String LET_GO =
      "update saga set lease_token = null, lease_until = null where id = ? and lease_token = ?";

  private SagaLeases() {}

  static Optional<UUID> takeNext(Connection connection, Lease lease, Instant now)
      throws SQLException {
    try (var update = connection.prepareStatement(TAKE_NEXT)) {
      update.setObject(1, lease.token());
      update.setObject(2, utc(lease.until()));
      update.setObject(3, utc(now));
      update.setObject(4, utc(now));
      try (var rows = update.executeQuery()) {
        return rows.next() ? Optional.of(rows.getObject(1, UUID.class)) : Optional.empty();
      }
    }
  }

  static boolean take(Connection connection, UUID id, Lease lease, Instant now)
      throws SQLException {
    try (var update = connection.prepareStatement(TAKE)) {
      update.setObject(1, lease.token());
      update.setObject(2, utc(lease.until()));
      update.setObject(3, id);
      update.setObject(4, utc(now));
      update.setObject(5, utc(now));
      try (var rows = update.executeQuery()) {
        return rows.next();
      }
    }
  }

  static boolean renew(Connection connection, UUID id, Lease lease) throws SQLException {
    try (var update = connection.prepareStatement(RENEW)) {
      update.setObject(1, utc(lease.until()));
      update.setObject(2, id);
      update.setObject(3, lease.token());
      return update.executeUpdate() == 1;
    }
  }

  static void letGo(Connection connection, UUID id, UUID token) throws SQLException {
    try (var update = connection.prepareStatement(LET_GO)) {
      update.setObject(1, id);
      update.setObject(2, token);
      update.executeUpdate();
    }
  }
}

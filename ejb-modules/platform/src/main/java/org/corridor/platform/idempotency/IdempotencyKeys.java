package org.corridor.platform.idempotency;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;

/**
 * Idempotency keys of a context (draft-ietf-httpapi-idempotency-key-header), scoped to the caller
 * and decided in the database transaction of the effect: a cache would not be one.
 */
public final class IdempotencyKeys {

  /** Answers are kept for this long at least. */
  public static final Duration KEPT = Duration.ofHours(24);

  /**
   * Claims a key for the current transaction. The advisory lock is what tells "still running" from
   * "never used"; it goes with the transaction, also when that fails.
   */
  public Claim claim(Connection connection, String caller, String key, byte[] fingerprint) {
    try {
      if (!lock(connection, caller, key)) {
        return new Claim.StillRunning();
      }
      try (var select =
          connection.prepareStatement(
              "select fingerprint, status, location, etag, body from idempotency_key"
                  + " where caller = ? and key = ?")) {
        select.setString(1, caller);
        select.setString(2, key);
        try (var rows = select.executeQuery()) {
          if (!rows.next()) {
            return new Claim.Fresh();
          }
          if (!Arrays.equals(rows.getBytes(1), fingerprint)) {
            return new Claim.OtherRequest();
          }
          return new Claim.Answered(
              new StoredAnswer(
                  rows.getInt(2), rows.getString(3), rows.getString(4), rows.getString(5)));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("cannot claim an idempotency key", e);
    }
  }

  /** Keeps the answer to a fresh claim; commits with the effect. */
  public void remember(
      Connection connection, String caller, String key, byte[] fingerprint, StoredAnswer answer) {
    try (var insert =
        connection.prepareStatement(
            "insert into idempotency_key (caller, key, fingerprint, status, location, etag, body)"
                + " values (?, ?, ?, ?, ?, ?, ?)")) {
      insert.setString(1, caller);
      insert.setString(2, key);
      insert.setBytes(3, fingerprint);
      insert.setInt(4, answer.status());
      insert.setString(5, answer.location());
      insert.setString(6, answer.etag());
      insert.setString(7, answer.body());
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("cannot keep the answer to an idempotency key", e);
    }
  }

  /**
   * Forgets keys older than {@link #KEPT}.
   *
   * @return how many
   */
  public int forgetOld(Connection connection) throws SQLException {
    try (var delete =
        connection.prepareStatement(
            "delete from idempotency_key where created_at < now() - ? * interval '1 second'")) {
      delete.setLong(1, KEPT.toSeconds());
      return delete.executeUpdate();
    }
  }

  private static boolean lock(Connection connection, String caller, String key)
      throws SQLException {
    try (var lock =
        connection.prepareStatement(
            "select pg_try_advisory_xact_lock(hashtextextended(? || chr(31) || ?, 0))")) {
      lock.setString(1, caller);
      lock.setString(2, key);
      try (var rows = lock.executeQuery()) {
        rows.next();
        return rows.getBoolean(1);
      }
    }
  }
}

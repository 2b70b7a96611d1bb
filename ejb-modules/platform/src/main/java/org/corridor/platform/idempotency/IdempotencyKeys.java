package org.corridor.platform.idempotency;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.corridor.platform.jdbc.ArrayColumns;
import org.corridor.platform.jdbc.Pipeline;

/**
 * Idempotency keys of a context (draft-ietf-httpapi-idempotency-key-header), scoped to the caller
 * and decided in the database transaction of the effect: a cache would not be one.
 *
 * <p>An effect of one transaction claims the key and {@link #remember remembers} its answer. One of
 * several claims it and {@link #begin begins} a subject in the first: what the answer was, or that
 * there is none yet, the subject tells.
 */
public final class IdempotencyKeys {

  /** Answers are kept for this long at least. */
  public static final Duration KEPT = Duration.ofHours(24);

  private static final int MOST_AT_ONCE = 10_000;

  // the lock of claim, tried: who inserts holds it, so the insert never waits
  private static final String BEGIN_ALL =
      "insert into idempotency_key (caller, key, fingerprint, subject)"
          + " select * from unnest(?::text[], ?::text[], ?::bytea[], ?::text[])"
          + " as new (caller, key, fingerprint, subject)"
          + " where pg_try_advisory_xact_lock(hashtextextended(caller || chr(31) || key, 0))"
          + " on conflict do nothing returning subject";
  private static final String BEGUN =
      "select subject from idempotency_key join unnest(?::text[], ?::text[], ?::text[])"
          + " as known (caller, key, subject) using (caller, key, subject)";
  private static final String FREE =
      "delete from idempotency_key as k using unnest(?::text[], ?::text[]) as freed (caller, key)"
          + " where k.caller = freed.caller and k.key = freed.key";

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
              "select fingerprint, status, location, etag, body, subject"
                  + " from idempotency_key where caller = ? and key = ?")) {
        select.setString(1, caller);
        select.setString(2, key);
        try (var rows = select.executeQuery()) {
          return rows.next() ? known(rows, fingerprint) : new Claim.Fresh();
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("cannot claim an idempotency key", e);
    }
  }

  private static Claim known(ResultSet row, byte[] fingerprint) throws SQLException {
    if (!Arrays.equals(row.getBytes("fingerprint"), fingerprint)) {
      return new Claim.OtherRequest();
    }
    var subject = row.getString("subject");
    return subject != null
        ? new Claim.Begun(subject)
        : new Claim.Answered(
            new StoredAnswer(
                row.getInt("status"),
                row.getString("location"),
                row.getString("etag"),
                row.getString("body")));
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
   * Begins, after a fresh claim, an effect that takes more than one transaction.
   *
   * @param subject what it is about, such as {@code transaction/0192...}; one key each
   */
  public void begin(
      Connection connection, String caller, String key, byte[] fingerprint, String subject) {
    try (var insert =
        connection.prepareStatement(
            "insert into idempotency_key (caller, key, fingerprint, subject)"
                + " values (?, ?, ?, ?)")) {
      insert.setString(1, caller);
      insert.setString(2, key);
      insert.setBytes(3, fingerprint);
      insert.setString(4, subject);
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("cannot begin under an idempotency key", e);
    }
  }

  /**
   * What begins under a key.
   *
   * @param fingerprint of the request, in hexadecimal
   * @param subject as {@link #begin} has it
   */
  public record Beginning(String caller, String key, String fingerprint, String subject) {}

  /**
   * Claims keys and begins their subjects, in one statement that waits for nobody.
   *
   * @param begun takes the subjects that have begun; the keys of the others are in use, or were
   *     used before
   */
  public void beginAll(Pipeline pipeline, List<Beginning> beginnings, Consumer<String> begun) {
    if (!beginnings.isEmpty()) {
      pipeline.read(
          BEGIN_ALL,
          parameters ->
              parameters
                  .column("text", beginnings, Beginning::caller)
                  .column("text", beginnings, Beginning::key)
                  .bytes(beginnings, one -> HexFormat.of().parseHex(one.fingerprint()))
                  .column("text", beginnings, Beginning::subject),
          row -> begun.accept(row.getString("subject")));
    }
  }

  /** Of these, the subjects of those that have begun before: they, and not others of their key. */
  public Set<String> begun(Connection connection, List<Beginning> beginnings) throws SQLException {
    try (var select = connection.prepareStatement(BEGUN)) {
      ArrayColumns.bind(select, 1, "text", beginnings, Beginning::caller);
      ArrayColumns.bind(select, 2, "text", beginnings, Beginning::key);
      ArrayColumns.bind(select, 3, "text", beginnings, Beginning::subject);
      var found = new HashSet<String>();
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          found.add(rows.getString("subject"));
        }
      }
      return found;
    }
  }

  /** Undoes beginnings of the same transaction. */
  public void free(Pipeline pipeline, List<Beginning> beginnings) {
    if (!beginnings.isEmpty()) {
      pipeline.write(
          FREE,
          beginnings.size(),
          parameters ->
              parameters
                  .column("text", beginnings, Beginning::caller)
                  .column("text", beginnings, Beginning::key));
    }
  }

  /**
   * Forgets keys older than {@link #KEPT}, but none that is in use: some of them.
   *
   * @param inUse a query for the subjects whose answer is not known yet
   * @return how many; 0 if there are no more
   */
  public int forgetOld(Connection connection, String inUse) throws SQLException {
    try (var delete =
        connection.prepareStatement(
            "delete from idempotency_key where ctid = any(array(select ctid from idempotency_key"
                + " where created_at < now() - ? * interval '1 second'"
                + " and (subject is null or subject not in ("
                + inUse
                + ")) limit ?))")) {
      delete.setLong(1, KEPT.toSeconds());
      delete.setInt(2, MOST_AT_ONCE);
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

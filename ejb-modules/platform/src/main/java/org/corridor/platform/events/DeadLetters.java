package org.corridor.platform.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The events that a context could not take, with the reason, until somebody has them taken again or
 * drops them. They are kept in the context's own database, however events travel: there they can be
 * looked through, and are backed up with what they are about.
 */
public final class DeadLetters {

  private static final int MAX_REASON = 500;

  private static final String PUT =
      "insert into dead_letter as letter (id, type, subject, body, reason)"
          + " values (?, ?, ?, ?, ?) on conflict (id) do update set reason = excluded.reason,"
          + " failures = letter.failures + 1, last_failed_at = now()";
  private static final String COLUMNS =
      "select id, type, subject, body, reason, failures, first_failed_at, last_failed_at"
          + " from dead_letter";

  private final DataSource dataSource;

  /**
   * @param dataSource hands out connections that commit by themselves
   */
  public DeadLetters(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  private interface Query<T> {
    T ask(Connection connection) throws SQLException;
  }

  /** Puts an event aside. */
  public void put(JsonNode envelope, Throwable reason) {
    put(
        idOf(envelope),
        envelope.path("type").textValue(),
        envelope.path("subject").textValue(),
        envelope.toString(),
        reason);
  }

  /** Puts aside what is no event at all. */
  public void putUnreadable(String body, Throwable reason) {
    put(idOf(body), null, null, body, reason);
  }

  private void put(UUID id, String type, String subject, String body, Throwable reason) {
    asking(
        "put an event aside",
        connection -> {
          try (var insert = connection.prepareStatement(PUT)) {
            insert.setObject(1, id);
            insert.setString(2, type);
            insert.setString(3, subject);
            insert.setString(4, body.replace("\0", ""));
            insert.setString(5, shortened(reason));
            return insert.executeUpdate();
          }
        });
  }

  /** Whether it was put aside and is still here. */
  public boolean contains(JsonNode envelope) {
    return find(idOf(envelope)).isPresent();
  }

  public Optional<DeadLetter> find(UUID id) {
    return asking(
        "look for a dead letter",
        connection -> {
          try (var select = connection.prepareStatement(COLUMNS + " where id = ?")) {
            select.setObject(1, id);
            return letters(select).stream().findFirst();
          }
        });
  }

  /**
   * In the order of their ids.
   *
   * @param after the last id of the page before; null for the first page
   * @param type only those of this type; null for all
   */
  public List<DeadLetter> list(UUID after, String type, int limit) {
    return asking(
        "list dead letters",
        connection -> {
          try (var select =
              connection.prepareStatement(
                  COLUMNS
                      + " where (?::uuid is null or id > ?) and (?::text is null or type = ?)"
                      + " order by id limit ?")) {
            select.setObject(1, after);
            select.setObject(2, after);
            select.setString(3, type);
            select.setString(4, type);
            select.setInt(5, limit);
            return letters(select);
          }
        });
  }

  /** Whether it was there. */
  public boolean remove(UUID id) {
    return asking(
        "remove a dead letter",
        connection -> {
          try (var delete = connection.prepareStatement("delete from dead_letter where id = ?")) {
            delete.setObject(1, id);
            return delete.executeUpdate() > 0;
          }
        });
  }

  public long count() {
    return asking(
        "count dead letters",
        connection -> {
          try (var select = connection.prepareStatement("select count(*) from dead_letter");
              var rows = select.executeQuery()) {
            rows.next();
            return rows.getLong(1);
          }
        });
  }

  private <T> T asking(String what, Query<T> query) {
    try (var connection = dataSource.getConnection()) {
      return query.ask(connection);
    } catch (SQLException e) {
      throw new EventStoreFailure("cannot " + what, e);
    }
  }

  private static List<DeadLetter> letters(PreparedStatement select) throws SQLException {
    var letters = new ArrayList<DeadLetter>();
    try (var rows = select.executeQuery()) {
      while (rows.next()) {
        letters.add(letter(rows));
      }
    }
    return letters;
  }

  private static DeadLetter letter(ResultSet row) throws SQLException {
    return new DeadLetter(
        row.getObject("id", UUID.class),
        row.getString("type"),
        row.getString("subject"),
        row.getString("body"),
        row.getString("reason"),
        row.getInt("failures"),
        row.getObject("first_failed_at", OffsetDateTime.class).toInstant(),
        row.getObject("last_failed_at", OffsetDateTime.class).toInstant());
  }

  /** What comes again must be the same letter again, even if it has no id. */
  private static UUID idOf(JsonNode envelope) {
    try {
      return UUID.fromString(envelope.path("id").asText());
    } catch (IllegalArgumentException none) {
      return idOf(envelope.toString());
    }
  }

  private static UUID idOf(String body) {
    return UUID.nameUUIDFromBytes(body.getBytes(StandardCharsets.UTF_8));
  }

  /** With the root cause, which is what an operator needs. */
  private static String shortened(Throwable reason) {
    var root = reason;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    var text = root == reason ? reason.toString() : reason + ": " + root;
    return text.substring(0, Math.min(text.length(), MAX_REASON)).replace("\0", "");
  }
}

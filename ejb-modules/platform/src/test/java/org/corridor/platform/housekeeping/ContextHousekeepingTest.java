package org.corridor.platform.housekeeping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.corridor.platform.events.Inbox;
import org.corridor.platform.idempotency.Claim;
import org.corridor.platform.idempotency.IdempotencyKeys;
import org.corridor.platform.idempotency.StoredAnswer;
import org.corridor.platform.schema.Migrations;
import org.corridor.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ContextHousekeepingTest {

  private static final byte[] REQUEST = "the request".getBytes(StandardCharsets.UTF_8);
  private static final StoredAnswer ANSWER = new StoredAnswer(201, null, null, "{}");

  private TestDatabase database;
  private ContextHousekeeping housekeeping;

  @BeforeEach
  void anEmptyDatabase() {
    database = TestDatabase.create("test");
    new Migrations(database.owner(), "test", getClass().getClassLoader()).apply();
    housekeeping =
        new ContextHousekeeping() {
          @Override
          protected DataSource dataSource() {
            return database.app();
          }
        };
  }

  @Test
  void anEventIsForgottenAfterAWeek() throws SQLException {
    var old = UUID.randomUUID();
    var recent = UUID.randomUUID();
    take(old);
    asOwner("update inbox set received_at = now() - interval '7 days 1 second'");
    take(recent);
    asOwner(
        "update inbox set received_at = now() - interval '7 days' + interval '1 minute'"
            + " where event_id = '%s'".formatted(recent));

    housekeeping.forgetOld();

    assertThat(take(recent)).isFalse();
    assertThat(take(old)).isTrue();
  }

  @Test
  void aKeyIsForgottenAfterADay() throws SQLException {
    remember("old");
    asOwner("update idempotency_key set created_at = now() - interval '24 hours 1 second'");
    remember("recent");

    housekeeping.forgetOld();

    assertThat(claim("old")).isEqualTo(new Claim.Fresh());
    assertThat(claim("recent")).isEqualTo(new Claim.Answered(ANSWER));
  }

  @Test
  void anyNumberIsForgotten() throws SQLException {
    asOwner(
        "insert into inbox (consumer, event_id, received_at)"
            + " select 'test', gen_random_uuid(), now() - interval '8 days'"
            + " from generate_series(1, 25000)");
    asOwner(
        "insert into idempotency_key (caller, key, fingerprint, status, body, created_at)"
            + " select 'anna', n::text, '', 201, '{}', now() - interval '2 days'"
            + " from generate_series(1, 25000) n");

    housekeeping.forgetOld();

    assertThat(count("inbox")).isZero();
    assertThat(count("idempotency_key")).isZero();
  }

  private boolean take(UUID event) throws SQLException {
    try (var connection = database.app().getConnection()) {
      return !new Inbox("test").take(connection, List.of(event)).isEmpty();
    }
  }

  private void remember(String key) throws SQLException {
    try (var connection = database.app().getConnection()) {
      new IdempotencyKeys().remember(connection, "anna", key, REQUEST, ANSWER);
    }
  }

  private Claim claim(String key) throws SQLException {
    try (var connection = database.app().getConnection()) {
      return new IdempotencyKeys().claim(connection, "anna", key, REQUEST);
    }
  }

  private void asOwner(String sql) throws SQLException {
    try (var connection = database.owner().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private int count(String table) throws SQLException {
    try (var connection = database.owner().getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select count(*) from " + table)) {
      rows.next();
      return rows.getInt(1);
    }
  }
}

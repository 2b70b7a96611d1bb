package org.corridor.platform.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.corridor.platform.schema.Migrations;
import org.corridor.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IdempotencyKeysTest {

  private static final byte[] REQUEST = "the request".getBytes(StandardCharsets.UTF_8);
  private static final byte[] ANOTHER = "another request".getBytes(StandardCharsets.UTF_8);

  private final IdempotencyKeys keys = new IdempotencyKeys();
  private TestDatabase database;

  @BeforeEach
  void noKeys() {
    database = TestDatabase.create("test");
    new Migrations(database.owner(), "test", getClass().getClassLoader()).apply();
  }

  @Test
  void givesTheRememberedAnswerAgainButNotToAnotherRequestOrCaller() throws SQLException {
    var answer = new StoredAnswer(201, "/things/1", "1", "{}");
    try (var connection = transaction()) {
      assertThat(keys.claim(connection, "anna", "k", REQUEST)).isEqualTo(new Claim.Fresh());
      keys.remember(connection, "anna", "k", REQUEST, answer);
      connection.commit();
    }

    assertThat(claim("anna", "k", REQUEST)).isEqualTo(new Claim.Answered(answer));
    assertThat(claim("anna", "k", ANOTHER)).isEqualTo(new Claim.OtherRequest());
    assertThat(claim("ben", "k", REQUEST)).isEqualTo(new Claim.Fresh());
  }

  @Test
  void isStillRunningWhileTheFirstTransactionHoldsIt() throws SQLException {
    try (var first = transaction()) {
      keys.claim(first, "anna", "k", REQUEST);

      assertThat(claim("anna", "k", REQUEST)).isEqualTo(new Claim.StillRunning());
    }

    assertThat(claim("anna", "k", REQUEST)).isEqualTo(new Claim.Fresh());
  }

  @Test
  void anEffectOfSeveralTransactionsIsToldByItsSubject() throws SQLException {
    try (var first = transaction()) {
      keys.claim(first, "anna", "k", REQUEST);
      keys.begin(first, "anna", "k", REQUEST, "transfer/1");
      first.commit();
    }

    assertThat(claim("anna", "k", REQUEST)).isEqualTo(new Claim.Begun("transfer/1"));
    assertThat(claim("anna", "k", ANOTHER)).isEqualTo(new Claim.OtherRequest());
  }

  @Test
  void forgetsNoKeyThatIsInUse() throws SQLException {
    try (var first = transaction()) {
      keys.begin(first, "anna", "running", REQUEST, "transfer/1");
      keys.begin(first, "anna", "answered", REQUEST, "transfer/2");
      first.commit();
    }
    try (var owner = database.owner().getConnection();
        var statement = owner.createStatement()) {
      statement.execute("update idempotency_key set created_at = now() - interval '25 hours'");
    }

    try (var connection = database.app().getConnection()) {
      assertThat(keys.forgetOld(connection, "select 'transfer/1'")).isEqualTo(1);
    }

    assertThat(claim("anna", "running", REQUEST)).isEqualTo(new Claim.Begun("transfer/1"));
    assertThat(claim("anna", "answered", REQUEST)).isEqualTo(new Claim.Fresh());
  }

  private Claim claim(String caller, String key, byte[] fingerprint) throws SQLException {
    try (var connection = transaction()) {
      return keys.claim(connection, caller, key, fingerprint);
    }
  }

  private Connection transaction() throws SQLException {
    var connection = database.app().getConnection();
    connection.setAutoCommit(false);
    return connection;
  }
}

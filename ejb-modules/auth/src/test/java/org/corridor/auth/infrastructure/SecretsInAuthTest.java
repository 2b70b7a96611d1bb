package org.corridor.auth.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.corridor.platform.id.Ids;
import org.corridor.platform.schema.Migrations;
import org.corridor.platform.secrets.KeyStoreKeys;
import org.corridor.platform.secrets.Secrets;
import org.corridor.testing.KeyStoreFile;
import org.corridor.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signing keys and second factors under the platform's secrets, and on the way to them. */
class SecretsInAuthTest {

  private static final KeyStorePassword PASSWORD = new KeyStorePassword(KeyStoreFile.PASSWORD);
  private static final byte[] SECRET = "a shared secret".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path directory;
  private TestDatabase database;

  @BeforeEach
  void migrate() {
    database = TestDatabase.create("auth");
    new Migrations(database.owner(), "auth", getClass().getClassLoader()).apply();
  }

  @Test
  void signingKeysUnderThePasswordOpenAndAreSealedAnew() throws SQLException {
    var before = keys(Secrets.none());
    before.refresh();
    assertThat(sealedKeys()).startsWith("eyJ");

    var after = keys(secrets());
    after.refresh();

    assertThat(after.publicKeys().toString()).isEqualTo(before.publicKeys().toString());
    assertThat(sealedKeys()).startsWith("k1.");
    assertThat(keys(secrets()).publicKeys().toString()).isEqualTo(before.publicKeys().toString());
  }

  @Test
  void withoutTheKeyStoreTheSigningKeysStopTheStartWithTheReason() {
    keys(secrets()).refresh();

    assertThatIllegalStateException()
        .isThrownBy(() -> keys(Secrets.none()).refresh())
        .withMessageContaining("not configured");
  }

  @Test
  void secondFactorsAreSealedAnewOneByOneAndABrokenOneStaysAsItIs() throws SQLException {
    var old = new AesSecretEncryption(PASSWORD);
    var anew = new AesSecretEncryption(PASSWORD, secrets());
    var user = givenFactor(old);
    var broken = givenUser();
    write(broken, old.encrypt("somebody else", SECRET));
    var current = givenFactor(anew);
    var untouched = read(current);

    var done = sealAnew(anew);

    assertThat(done).isEqualTo(1);
    assertThat(read(user)).startsWith("k1.");
    assertThat(anew.decrypt(user, read(user))).isEqualTo(SECRET);
    assertThat(read(broken)).doesNotStartWith("k1.");
    assertThat(read(current)).isEqualTo(untouched);
    assertThat(sealAnew(anew)).as("nothing is left").isZero();
    assertThatIllegalStateException().isThrownBy(() -> anew.decrypt(broken, read(user)));
  }

  private int sealAnew(AesSecretEncryption encryption) throws SQLException {
    return AuthHousekeeping.SECRETS.sealAnew(
        database.app(),
        encryption::isCurrent,
        (owner, secret) -> encryption.encrypt(owner, encryption.decrypt(owner, secret)));
  }

  private String givenFactor(AesSecretEncryption encryption) throws SQLException {
    var user = givenUser();
    write(user, encryption.encrypt(user, SECRET));
    return user;
  }

  private String givenUser() throws SQLException {
    var id = Ids.next();
    run(
        "insert into app_user (id, version, username, display_name, status, tokens_valid_from,"
            + " created_at) values ('%s', 1, 'u%s', 'U', 'ACTIVE', now(), now())"
                .formatted(id, id));
    return id.toString();
  }

  private void write(String user, String secret) throws SQLException {
    run(
        "insert into second_factor (user_id, version, secret, last_step, failures)"
            + " values ('%s', 1, '%s', 0, 0)".formatted(user, secret));
  }

  private String read(String user) throws SQLException {
    return text("select secret from second_factor where user_id = '" + user + "'");
  }

  private String sealedKeys() throws SQLException {
    return text("select encrypted from signing_key");
  }

  private void run(String sql) throws SQLException {
    try (var connection = database.owner().getConnection();
        var statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  private String text(String sql) throws SQLException {
    try (var connection = database.app().getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private DatabaseSigningKeys keys(Secrets secrets) {
    return new DatabaseSigningKeys(
        new AuthDataSource() {
          @Override
          public DataSource get() {
            return database.app();
          }
        },
        new SigningKeySealing(PASSWORD, secrets),
        AuthFixture.KEY_SCHEDULE,
        () -> AuthFixture.NOON);
  }

  private Secrets secrets() {
    var file = directory.resolve("keys.p12");
    if (!Files.exists(file)) {
      KeyStoreFile.addKey(file, "data-1", 256);
    }
    return Secrets.in(new KeyStoreKeys(file, KeyStoreFile.PASSWORD, Optional.empty()));
  }
}

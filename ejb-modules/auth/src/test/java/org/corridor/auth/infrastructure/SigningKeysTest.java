package org.corridor.auth.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.corridor.platform.schema.Migrations;
import org.corridor.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SigningKeysTest {

  private static final String PASSWORD = "only-for-tests-0123456789";

  private TestDatabase database;

  @BeforeEach
  void migrate() {
    database = TestDatabase.create("auth");
    new Migrations(database.owner(), "auth", getClass().getClassLoader()).apply();
  }

  @Test
  void areTheSameAfterARestart() {
    var before = keys(PASSWORD).publicKeys().toString();

    assertThat(keys(PASSWORD).publicKeys().toString()).isEqualTo(before);
  }

  @Test
  void areTheSameForReplicasThatStartTogether() throws Exception {
    var threads = Executors.newFixedThreadPool(4);
    var starts = new ArrayList<Callable<String>>();
    for (var i = 0; i < 4; i++) {
      starts.add(() -> keys(PASSWORD).publicKeys().toString());
    }

    var seen = new HashSet<String>();
    for (var key : threads.invokeAll(starts)) {
      seen.add(key.get());
    }
    threads.shutdown();

    assertThat(seen).hasSize(1);
  }

  @Test
  void doNotOpenWithAnotherPassword() {
    keys(PASSWORD).load();

    assertThatThrownBy(() -> keys("another-password-0123456789").load())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("corridor.auth.key-store-password");
  }

  @Test
  void wantAPasswordOfSomeLength() {
    assertThatThrownBy(() -> new KeyStorePassword("short"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("corridor.auth.key-store-password");
    assertThat(new KeyStorePassword(PASSWORD).toString()).doesNotContain(PASSWORD);
  }

  @Test
  void lieInTheDatabaseEncrypted() throws Exception {
    keys(PASSWORD).load();

    try (var connection = database.app().getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select encrypted from signing_key")) {
      rows.next();
      assertThat(rows.getString(1).split("\\.")).hasSize(5);
      assertThat(rows.next()).isFalse();
    }
  }

  @Test
  void showNothingPrivate() {
    var published = keys(PASSWORD).publicKeys();

    assertThat(published.getKeys()).hasSize(1).noneMatch(key -> key.isPrivate());
    assertThat(published.toString()).doesNotContain("\"d\"");
    assertThat(published.getKeys().get(0).size()).isEqualTo(2_048);
  }

  @Test
  void signWhatTheirPublicPartVerifies() throws Exception {
    var keys = keys(PASSWORD);

    var jwt = keys.sign(JOSEObjectType.JWT, new JWTClaimsSet.Builder().subject("s").build());

    var key = keys.publicKeys().getKeyByKeyId(jwt.getHeader().getKeyID()).toRSAKey();
    assertThat(jwt.verify(new RSASSAVerifier(key))).isTrue();
  }

  private DatabaseSigningKeys keys(String password) {
    return new DatabaseSigningKeys(
        new AuthDataSource() {
          @Override
          public DataSource get() {
            return database.app();
          }
        },
        new KeyStorePassword(password));
  }
}

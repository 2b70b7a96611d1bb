package org.corridor.auth.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.corridor.platform.schema.Migrations;
import org.corridor.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SigningKeysTest {

  private static final String PASSWORD = "only-for-tests-0123456789";

  private static final Instant NOON = AuthFixture.NOON;

  private final AtomicReference<Instant> now = new AtomicReference<>(NOON);

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
    keys(PASSWORD).refresh();

    assertThatThrownBy(() -> keys("another-password-0123456789").refresh())
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
    keys(PASSWORD).refresh();

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

  @Test
  void areReplacedOverlappingAndReplicasAgreeWithoutTalking() throws Exception {
    var here = keys(PASSWORD);
    var there = keys(PASSWORD);
    var first = signedBy(here);

    at(NOON.plus(Duration.ofDays(30)).minus(Duration.ofHours(2)));
    here.refresh();
    there.refresh();
    assertThat(here.publicKeys().getKeys()).as("published before it signs").hasSize(2);
    assertThat(there.publicKeys().toString()).isEqualTo(here.publicKeys().toString());
    assertThat(List.of(signedBy(here), signedBy(there))).containsOnly(first);

    at(NOON.plus(Duration.ofDays(30)));
    assertThat(signedBy(here)).isEqualTo(signedBy(there)).isNotEqualTo(first);
    assertThat(here.publicKeys().getKeyByKeyId(first)).as("its tokens live on").isNotNull();

    at(NOON.plus(Duration.ofDays(30)).plus(Duration.ofMinutes(15)));
    here.refresh();
    there.refresh();
    assertThat(there.publicKeys().getKeyByKeyId(first)).as("its tokens have ended").isNull();
    assertThat(keys(PASSWORD).publicKeys().toString()).isEqualTo(here.publicKeys().toString());
  }

  @Test
  void getOneSuccessorWhenAllReplicasLookAtOnce() throws Exception {
    var replicas = new ArrayList<DatabaseSigningKeys>();
    for (var i = 0; i < 4; i++) {
      replicas.add(keys(PASSWORD));
      replicas.get(i).refresh();
    }
    at(NOON.plus(Duration.ofDays(30)));
    var threads = Executors.newFixedThreadPool(4);

    var looks = new ArrayList<Callable<String>>();
    for (var replica : replicas) {
      looks.add(
          () -> {
            replica.refresh();
            return replica.publicKeys().toString();
          });
    }
    var seen = new HashSet<String>();
    for (var published : threads.invokeAll(looks)) {
      seen.add(published.get());
    }
    threads.shutdown();

    assertThat(seen).hasSize(1);
    assertThat(replicas.get(0).publicKeys().getKeys()).hasSize(2);
  }

  private void at(Instant instant) {
    now.set(instant);
  }

  private static String signedBy(DatabaseSigningKeys keys) {
    var jwt = keys.sign(JOSEObjectType.JWT, new JWTClaimsSet.Builder().subject("s").build());
    return jwt.getHeader().getKeyID();
  }

  private DatabaseSigningKeys keys(String password) {
    return new DatabaseSigningKeys(
        new AuthDataSource() {
          @Override
          public DataSource get() {
            return database.app();
          }
        },
        new KeyStorePassword(password),
        AuthFixture.KEY_SCHEDULE,
        now::get);
  }
}

package org.corridor.platform.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import org.corridor.testing.KeyStoreFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

  private static final SecretName NAME = new SecretName("test.column", "row-1");
  private static final byte[] SECRET = "what nobody may read".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path directory;
  private Path file;

  @BeforeEach
  void makeKeyStore() {
    file = directory.resolve("keys.p12");
    KeyStoreFile.addKey(file, "data-1", 256);
  }

  @Test
  void whatIsSealedOpensAfterARestartAndTellsNothing() {
    var sealed = secrets().seal(NAME, SECRET);

    assertThat(secrets().open(NAME, sealed)).isEqualTo(SECRET);
    assertThat(sealed).startsWith("k1.").doesNotContain("nobody");
    assertThat(sealed).as("never twice the same").isNotEqualTo(secrets().seal(NAME, SECRET));
  }

  @Test
  void itOpensForNobodyElseAndNotForAnotherPurpose() {
    var sealed = secrets().seal(NAME, SECRET);

    assertThatIllegalStateException()
        .isThrownBy(() -> secrets().open(new SecretName("test.column", "row-2"), sealed));
    assertThatIllegalStateException()
        .isThrownBy(() -> secrets().open(new SecretName("test.other", "row-1"), sealed));
  }

  @Test
  void aChangedTextDoesNotOpen() {
    var sealed = secrets().seal(NAME, SECRET);
    var changed = sealed.substring(0, sealed.length() - 4) + "AAAA";

    assertThatIllegalStateException().isThrownBy(() -> secrets().open(NAME, changed));
    assertThatIllegalStateException().isThrownBy(() -> secrets().open(NAME, "k1.data.!"));
    assertThatIllegalStateException().isThrownBy(() -> secrets().open(NAME, "k1.ZGF0YS0x.AAAA"));
  }

  @Test
  void whatContextsHaveEncryptedThemselvesIsNotTakenForSealed() {
    var secrets = secrets();

    assertThat(secrets.isSealed("eyJhbGciOiJQQkVTMiJ9.a.b.c.d")).isFalse();
    assertThat(secrets.isSealed("k1+/abcd==")).isFalse();
    assertThat(secrets.isCurrent("k1+/abcd==")).isFalse();
  }

  @Test
  void aNewKeySealsWithoutARestartWhileTheOldOneStillOpens() throws IOException {
    var running = secrets();
    var old = running.seal(NAME, SECRET);
    assertThat(running.isCurrent(old)).isTrue();

    KeyStoreFile.addKey(file, "data-2", 256);
    touch();

    assertThat(running.isCurrent(old)).isFalse();
    assertThat(running.open(NAME, old)).isEqualTo(SECRET);
    var anew = running.seal(NAME, SECRET);
    assertThat(running.isCurrent(anew)).isTrue();
    KeyStoreFile.removeKey(file, "data-1");
    assertThat(secrets().open(NAME, anew)).isEqualTo(SECRET);
    assertThatIllegalStateException()
        .isThrownBy(() -> secrets().open(NAME, old))
        .withMessageContaining("no key data-1");
  }

  @Test
  void aReplicaThatHasNotSeenTheNewKeyReadsTheFileAgain() throws IOException {
    var late = new KeyStoreKeys(file, KeyStoreFile.PASSWORD, Optional.of("data-1"));
    KeyStoreFile.addKey(file, "data-2", 256);
    touch();

    assertThat(late.find("data-2")).isNotNull();
    assertThat(late.current().id()).as("pinned").isEqualTo("data-1");
  }

  @Test
  void aFileThatIsJustBeingReplacedDisturbsNobody() throws IOException {
    var running = secrets();
    var sealed = running.seal(NAME, SECRET);

    Files.writeString(file, "half of it");
    touch();

    assertThat(running.isCurrent(sealed)).isTrue();
    assertThat(running.open(NAME, sealed)).isEqualTo(SECRET);
  }

  @Test
  void aKeyStoreThatCannotBeUsedStopsTheStartWithTheReason() {
    assertThatIllegalStateException()
        .isThrownBy(() -> new KeyStoreKeys(file, "another password", Optional.empty()))
        .withMessageContaining("corridor.secrets.keystore.password")
        .satisfies(e -> assertThat(e.toString()).doesNotContain("another password"));
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                new KeyStoreKeys(
                    directory.resolve("none.p12"), KeyStoreFile.PASSWORD, Optional.empty()))
        .withMessageContaining("none.p12");
    assertThatIllegalStateException()
        .isThrownBy(() -> new KeyStoreKeys(file, KeyStoreFile.PASSWORD, Optional.of("data-7")))
        .withMessageContaining("no key data-7");
    KeyStoreFile.addKey(file, "data-2", 128);
    assertThatIllegalStateException()
        .isThrownBy(() -> new KeyStoreKeys(file, KeyStoreFile.PASSWORD, Optional.empty()))
        .withMessageContaining("256 bits");
  }

  @Test
  void withoutKeysNothingIsSealed() {
    var none = Secrets.none();

    assertThat(none.isConfigured()).isFalse();
    assertThat(none.areWell()).isTrue();
    assertThatIllegalStateException().isThrownBy(() -> none.seal(NAME, SECRET));
    var sealed = secrets().seal(NAME, SECRET);
    assertThat(none.isSealed(sealed)).isTrue();
    assertThatIllegalStateException()
        .isThrownBy(() -> none.open(NAME, sealed))
        .withMessageContaining("not configured");
  }

  private Secrets secrets() {
    return Secrets.in(new KeyStoreKeys(file, KeyStoreFile.PASSWORD, Optional.empty()));
  }

  /** File systems may count in seconds. */
  private void touch() throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(60)));
  }
}

package org.corridor.dev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.condition.OS.WINDOWS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.io.TempDir;

class DataKeyStoreTest {
  private static final String PASSWORD = "a-password-of-the-test";

  @TempDir Path directory;

  @Test
  void hasAKeyOf256BitsThatIsKeptAtTheNextStart() throws Exception {
    Key first = key(DataKeyStore.in(file(), PASSWORD), PASSWORD);

    assertThat(first.getAlgorithm()).isEqualTo("AES");
    assertThat(first.getEncoded()).hasSize(32);
    assertThat(key(DataKeyStore.in(file(), PASSWORD), PASSWORD)).isEqualTo(first);
  }

  @Test
  void differsFromOneInstallationToTheNext() throws Exception {
    Key here = key(DataKeyStore.in(file(), PASSWORD), PASSWORD);

    var there = DataKeyStore.in(directory.resolve("other").resolve("data.p12"), PASSWORD);
    assertThat(key(there, PASSWORD)).isNotEqualTo(here);
  }

  @Test
  void keepsItsKeyBehindThePassword() throws IOException {
    var store = DataKeyStore.in(file(), PASSWORD);

    assertThatExceptionOfType(IOException.class).isThrownBy(() -> key(store, "a guess"));
  }

  @Test
  @DisabledOnOs(WINDOWS)
  void canBeReadByItsOwnerOnly() throws IOException {
    DataKeyStore.in(file(), PASSWORD);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file().getParent())))
        .isEqualTo("rwx------");
  }

  private Path file() {
    return directory.resolve("keys").resolve("data.p12");
  }

  private static Key key(DataKeyStore store, String password)
      throws IOException, GeneralSecurityException {
    var keys = KeyStore.getInstance("PKCS12");
    try (var in = Files.newInputStream(store.file())) {
      keys.load(in, password.toCharArray());
    }
    return keys.getKey("data-1", password.toCharArray());
  }
}

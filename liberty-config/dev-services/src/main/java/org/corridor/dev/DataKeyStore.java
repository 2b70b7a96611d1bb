package org.corridor.dev;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The key that signing keys and the secrets of people and webhooks are sealed under, in a PKCS #12
 * file that only its owner can read; made at the first start. Its password lies beside it: on a
 * machine of one's own there is no better place, on others keys come from a vault.
 */
final class DataKeyStore {
  private static final String FIRST_KEY = "data-1";
  private static final String BITS = "256";

  private final Path file;
  private final String password;

  private DataKeyStore(Path file, String password) {
    this.file = file.toAbsolutePath();
    this.password = password;
  }

  static DataKeyStore in(Path file, String password) {
    var store = new DataKeyStore(file, password);
    if (!Files.exists(file)) {
      try {
        store.make();
      } catch (IOException e) {
        throw new DevServicesException("Cannot make the keys in " + file, e);
      }
    }
    return store;
  }

  Path file() {
    return file;
  }

  String password() {
    return password;
  }

  /** In one step: a file that is there has its key. */
  private void make() throws IOException {
    PrivateFiles.createDirectories(file.getParent());
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    Keytool.run(
        password,
        "-genseckey",
        "-alias",
        FIRST_KEY,
        "-keyalg",
        "AES",
        "-keysize",
        BITS,
        "-keystore",
        fresh.toString());
    PrivateFiles.restrict(fresh);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }
}

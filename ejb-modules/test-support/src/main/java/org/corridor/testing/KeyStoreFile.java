package org.corridor.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Key stores as an operator makes them: by the JDK's keytool. */
public final class KeyStoreFile {

  public static final String PASSWORD = "only-for-tests-0123456789";

  private KeyStoreFile() {}

  /** Adds a key; makes the file if there is none. */
  public static void addKey(Path file, String alias, int bits) {
    keytool(
        file, "-genseckey", "-alias", alias, "-keyalg", "AES", "-keysize", Integer.toString(bits));
  }

  public static void removeKey(Path file, String alias) {
    keytool(file, "-delete", "-alias", alias);
  }

  private static void keytool(Path file, String... arguments) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    command.addAll(
        List.of("-storetype", "PKCS12", "-keystore", file.toString(), "-storepass", PASSWORD));
    try {
      var process = new ProcessBuilder(command).redirectErrorStream(true).start();
      var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(said);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}

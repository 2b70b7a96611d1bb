package org.corridor.dev;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The JDK's keytool, on PKCS #12 stores. */
final class Keytool {
  private Keytool() {}

  /**
   * @param password of the store
   * @throws IOException if it does not do what it was asked to, with what it said
   */
  static void run(String password, String... arguments) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    // By the environment: a password on the command line can be read by every user.
    command.addAll(List.of("-storetype", "PKCS12", "-storepass:env", "CORRIDOR_KEYTOOL_PASSWORD"));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("CORRIDOR_KEYTOOL_PASSWORD", password);
    var process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
        throw new IOException("keytool " + arguments[0] + ": " + said.strip());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted", e);
    }
  }
}

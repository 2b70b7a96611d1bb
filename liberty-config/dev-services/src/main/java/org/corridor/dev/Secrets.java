package org.corridor.dev;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Properties;

/**
 * Passwords made at the first start and kept in a file that only its owner can read, so that no
 * password stands in the sources and a restart finds the same ones.
 */
public final class Secrets {
  private static final int BYTES = 24;

  private final Path file;
  private final Properties values = new Properties();
  private final SecureRandom random = new SecureRandom();

  private Secrets(Path file) {
    this.file = file;
  }

  static Secrets in(Path file) {
    var secrets = new Secrets(file);
    if (Files.exists(file)) {
      try {
        secrets.values.load(new StringReader(Files.readString(file)));
      } catch (IOException e) {
        throw new DevServicesException("Cannot read " + file, e);
      }
    }
    return secrets;
  }

  /** The secret of this name; made and kept if there is none yet. */
  public synchronized String get(String name) {
    String known = values.getProperty(name);
    if (known != null) {
      return known;
    }
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String made = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    values.setProperty(name, made);
    write();
    return made;
  }

  /** A secret that somebody else has made and told once. */
  public synchronized void keep(String name, String secret) {
    values.setProperty(name, secret);
    write();
  }

  /** The secret of this name, if there is one. */
  public synchronized Optional<String> find(String name) {
    return Optional.ofNullable(values.getProperty(name));
  }

  private void write() {
    try {
      var text = new StringWriter();
      values.store(text, "Made at the first start; as secret as the data beside it.");
      PrivateFiles.write(file, text.toString());
    } catch (IOException e) {
      throw new DevServicesException("Cannot write " + file, e);
    }
  }
}

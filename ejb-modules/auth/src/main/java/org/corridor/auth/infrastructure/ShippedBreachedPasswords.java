package org.corridor.auth.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import org.corridor.auth.application.BreachedPasswords;

/** The list that comes with the archive. */
@ApplicationScoped
public class ShippedBreachedPasswords implements BreachedPasswords {

  private static final String FILE = "/org/corridor/auth/breached-passwords.txt";

  private final Set<String> passwords = read();

  @Override
  public boolean contains(String password) {
    return passwords.contains(password);
  }

  private static Set<String> read() {
    try (var in = ShippedBreachedPasswords.class.getResourceAsStream(FILE);
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
      return lines.lines().collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + FILE, e);
    }
  }
}

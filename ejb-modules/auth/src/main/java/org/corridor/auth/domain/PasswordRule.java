package org.corridor.auth.domain;

import java.util.Locale;
import java.util.Optional;

/**
 * What a new password must be (NIST SP 800-63B, section 5.1.1.2): long, and not the user's name. No
 * rules about classes of characters: they make passwords worse.
 */
public final class PasswordRule {

  public static final int MIN_LENGTH = 12;

  /** A bound, so that nobody can keep the hash function busy with a megabyte. */
  public static final int MAX_LENGTH = 128;

  private static final int MIN_DISTINCT = 5;

  private PasswordRule() {}

  /** Why it is not accepted; empty if it is. */
  public static Optional<String> fault(String password, String username) {
    var length = password.codePointCount(0, password.length());
    if (length < MIN_LENGTH || length > MAX_LENGTH) {
      return Optional.of(
          "A password has from " + MIN_LENGTH + " to " + MAX_LENGTH + " characters.");
    }
    if (password.chars().distinct().count() < MIN_DISTINCT) {
      return Optional.of("A password has at least " + MIN_DISTINCT + " different characters.");
    }
    if (password.toLowerCase(Locale.ROOT).contains(username)) {
      return Optional.of("A password does not contain the user name.");
    }
    return Optional.empty();
  }
}

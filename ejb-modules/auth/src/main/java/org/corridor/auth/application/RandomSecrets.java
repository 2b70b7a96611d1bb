package org.corridor.auth.application;

import java.security.SecureRandom;
import java.util.Base64;

/** Makes secrets that nobody can guess. */
final class RandomSecrets {

  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private RandomSecrets() {}

  /** 256 random bits, safe in URLs, headers and forms. */
  static String next() {
    var bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}

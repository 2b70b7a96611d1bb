package org.corridor.auth.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 of secrets that are random: client secrets, refresh tokens, codes. With 256 random bits
 * there is nothing to guess, so a slow hash would protect nothing and would cost every token call
 * of every machine; what people choose is hashed with Argon2id instead.
 */
public final class Digests {

  private Digests() {}

  /** In hexadecimal. */
  public static String sha256(String secret) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Takes the same time whatever is presented. */
  public static boolean sameSecret(String hash, String presented) {
    return MessageDigest.isEqual(
        hash.getBytes(StandardCharsets.US_ASCII),
        sha256(presented).getBytes(StandardCharsets.US_ASCII));
  }
}

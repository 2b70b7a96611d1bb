package org.corridor.web.security;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The digest by which tokens and foreign subjects are known. */
final class Sha256 {

  private Sha256() {}

  static byte[] of(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

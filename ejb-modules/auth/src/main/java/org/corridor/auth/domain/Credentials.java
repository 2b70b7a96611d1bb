package org.corridor.auth.domain;

import java.time.Instant;

/**
 * What a client shows that it is itself: a secret, a signature by a key of its own, or nothing at
 * all, if it is public. A secret that was replaced may go on for a time, so that a program can be
 * given the new one without standing still.
 *
 * @param secretHash SHA-256 of its secret; null if it has none
 * @param previous the secret before; null if there is none
 * @param publicKeys a JWK set as JSON; null if it has none
 */
public record Credentials(String secretHash, Previous previous, String publicKeys) {

  /**
   * A secret that was replaced.
   *
   * @param until when it ends
   */
  public record Previous(String secretHash, Instant until) {}

  public Credentials {
    if (publicKeys != null && secretHash != null) {
      throw new IllegalArgumentException("a client has a secret or keys, not both");
    }
    if (previous != null && secretHash == null) {
      throw new IllegalArgumentException("only a secret has one before it");
    }
  }

  public static Credentials none() {
    return new Credentials(null, null, null);
  }

  public static Credentials secret(String hash) {
    return new Credentials(hash, null, null);
  }

  public static Credentials keys(String publicKeys) {
    return new Credentials(null, null, publicKeys);
  }

  public boolean isNone() {
    return secretHash == null && publicKeys == null;
  }

  public boolean isSecret() {
    return secretHash != null;
  }

  /** Does not tell by its time how much of the secret was right. */
  public boolean hasSecret(String presented, Instant now) {
    var current = secretHash != null && Digests.sameSecret(secretHash, presented);
    var before =
        previous != null
            && now.isBefore(previous.until())
            && Digests.sameSecret(previous.secretHash(), presented);
    return current || before;
  }

  /** Two secrets at most are good at any time: the one before the last ends at once. */
  public Credentials rotated(String newHash, Instant previousUntil) {
    return new Credentials(newHash, new Previous(secretHash, previousUntil), null);
  }

  /** Without anything that is compared with a secret. */
  @Override
  public String toString() {
    return "Credentials[]";
  }
}

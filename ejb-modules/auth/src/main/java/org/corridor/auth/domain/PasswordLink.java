package org.corridor.auth.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * By which somebody chooses a password without having one: {@code GOOD -> ENDED}, by time, by its
 * use, or by another one.
 *
 * @param secretHash of what stands in the link beside the id
 * @param endedAt null while it is good
 */
public record PasswordLink(
    UUID id,
    UUID userId,
    Purpose purpose,
    String secretHash,
    Instant createdAt,
    Instant expiresAt,
    Instant endedAt) {

  /** What it was made for. */
  public enum Purpose {
    RESET,
    INVITATION
  }

  public boolean isGood(Instant now) {
    return endedAt == null && now.isBefore(expiresAt);
  }

  /** Does not tell by its time how much of the secret was right. */
  public boolean isOpenedBy(String secret) {
    return Digests.sameSecret(secretHash, secret);
  }

  public PasswordLinkUsed used() {
    return new PasswordLinkUsed(userId, id, purpose);
  }

  @Override
  public String toString() {
    return "PasswordLink[" + id + "]";
  }
}

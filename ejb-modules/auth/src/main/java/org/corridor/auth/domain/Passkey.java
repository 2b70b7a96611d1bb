package org.corridor.auth.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * A passkey of a user: {@code GOOD -> SUSPENDED}, when its counter tells that there may be a copy;
 * either is removed in the end.
 *
 * @param version of its stream of events
 * @param name by which its owner knows it
 * @param signCount of its last use; stays 0 with devices that do not count
 * @param lastUsedAt null until it was used
 * @param suspendedAt null while it is good
 */
public record Passkey(
    UUID id,
    UUID userId,
    long version,
    String name,
    Credential credential,
    long signCount,
    Instant createdAt,
    Instant lastUsedAt,
    Instant suspendedAt) {

  public static final int MOST_OF_A_NAME = 60;

  /**
   * The public half; as the device has given it, it never changes.
   *
   * @param id as the device names it, in base64url
   * @param data attested credential data (WebAuthn 3, section 6.5.1), in base64url
   * @param backupEligible whether it may lie with more devices than one
   */
  public record Credential(String id, String data, boolean backupEligible) {}

  public Passkey {
    if (!isName(name)) {
      throw new IllegalArgumentException(
          "must have 1 to " + MOST_OF_A_NAME + " printable characters");
    }
  }

  public static boolean isName(String text) {
    return text != null
        && !text.isBlank()
        && text.length() <= MOST_OF_A_NAME
        && text.chars().noneMatch(Character::isISOControl);
  }

  public static Passkey registered(
      UUID id, UUID userId, String name, Credential credential, long signCount, Instant at) {
    return new Passkey(id, userId, 1, name, credential, signCount, at, null, null);
  }

  public boolean isGood() {
    return suspendedAt == null;
  }

  public Passkey named(String newName) {
    return new Passkey(
        id, userId, version, newName, credential, signCount, createdAt, lastUsedAt, suspendedAt);
  }

  public Passkey used(long count, Instant at) {
    return new Passkey(id, userId, version, name, credential, count, createdAt, at, suspendedAt);
  }

  public Passkey suspended(Instant at) {
    return new Passkey(
        id, userId, version + 1, name, credential, signCount, createdAt, lastUsedAt, at);
  }

  @Override
  public String toString() {
    return "Passkey[" + id + "]";
  }
}

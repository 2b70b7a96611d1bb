package org.corridor.auth.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * One-time codes of a user: {@code OFF -> BEGUN -> ON -> OFF}. On only once a code has shown that
 * the user's device has the secret.
 *
 * @param version of its stream of events
 * @param secret encrypted; null while it is off
 * @param confirmedAt null until it is on
 * @param lastStep of the last code that was taken
 * @param lockOut of codes, apart from that of passwords: a right password must not clear it
 */
public record SecondFactor(
    UUID userId, long version, String secret, Instant confirmedAt, long lastStep, LockOut lockOut) {

  public static SecondFactor off(UUID userId) {
    return new SecondFactor(userId, 0, null, null, 0, LockOut.none());
  }

  public boolean isOn() {
    return confirmedAt != null;
  }

  public boolean isBegun() {
    return secret != null && confirmedAt == null;
  }

  public SecondFactor begun(String encryptedSecret) {
    return new SecondFactor(userId, version, encryptedSecret, null, 0, LockOut.none());
  }

  public SecondFactor confirmed(long step, Instant at) {
    return new SecondFactor(userId, version + 1, secret, at, step, LockOut.none());
  }

  /** One more code is looked at. */
  public SecondFactor charged(Instant now) {
    return new SecondFactor(userId, version, secret, confirmedAt, lastStep, lockOut.charged(now));
  }

  /** Neither this code nor an earlier one is taken again. */
  public SecondFactor taken(long step) {
    return new SecondFactor(userId, version, secret, confirmedAt, step, LockOut.none());
  }

  /** By a recovery code, which is an event. */
  public SecondFactor recovered() {
    return new SecondFactor(userId, version + 1, secret, confirmedAt, lastStep, LockOut.none());
  }

  /** By other recovery codes, which is an event. */
  public SecondFactor withOtherRecoveryCodes() {
    return new SecondFactor(userId, version + 1, secret, confirmedAt, lastStep, lockOut);
  }

  public SecondFactor off() {
    return new SecondFactor(userId, version + 1, null, null, lastStep, LockOut.none());
  }

  @Override
  public String toString() {
    return "SecondFactor[" + userId + "]";
  }
}

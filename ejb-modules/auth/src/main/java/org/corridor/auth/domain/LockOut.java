package org.corridor.auth.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * How many sign-ins of a user have failed in a row, and until when further ones are refused.
 *
 * <p>An attempt is charged before its password is looked at, and a good password clears the charge:
 * so a hundred attempts at the same instant are no better than a hundred in a row.
 *
 * @param refusedUntil null while attempts are free
 */
public record LockOut(int failures, Instant refusedUntil) {

  /** A person mistypes; from this many on, each costs a delay. */
  public static final int FREE_FAILURES = 5;

  /** NIST SP 800-63B, section 5.2.2: no more than 100 in a row; then an administrator helps. */
  public static final int MAX_FAILURES = 100;

  private static final Duration FIRST_DELAY = Duration.ofSeconds(10);
  private static final Duration LONGEST_DELAY = Duration.ofMinutes(15);
  private static final int DOUBLINGS = 10;

  public static LockOut none() {
    return new LockOut(0, null);
  }

  public boolean refuses(Instant now) {
    return refusedUntil != null && now.isBefore(refusedUntil);
  }

  /** One more attempt is under way. */
  public LockOut charged(Instant now) {
    var count = failures + 1;
    if (count < FREE_FAILURES) {
      return new LockOut(count, null);
    }
    var doublings = Math.min(count - FREE_FAILURES, DOUBLINGS);
    var delay = FIRST_DELAY.multipliedBy(1L << doublings);
    return new LockOut(count, now.plus(delay.compareTo(LONGEST_DELAY) < 0 ? delay : LONGEST_DELAY));
  }

  public boolean isExhausted() {
    return failures >= MAX_FAILURES;
  }
}

package org.corridor.auth.application;

import java.time.Duration;
import java.time.Instant;

/**
 * Makes an address wait from which many sign-ins have failed, whoever they were for; so nobody
 * tries one password on a thousand users. Many people may have one address, so it may fail more
 * often than one of them.
 *
 * <p>All methods may throw {@link TokenStoreUnavailable}; then nobody gets in.
 */
public interface AddressDelays {

  int FREE_FAILURES = 20;
  Duration FIRST_DELAY = Duration.ofSeconds(5);
  Duration LONGEST_DELAY = Duration.ofMinutes(15);

  /** Of many people behind one address somebody always mistypes: one failure is forgotten each. */
  Duration FORGETS_ONE_AFTER = Duration.ofMinutes(3);

  /**
   * Counts one more attempt, before it is looked at: so a hundred at once are no better than a
   * hundred in a row.
   *
   * @return false if the address must wait; then nothing was counted
   */
  boolean charge(String address, Instant now);

  /** The attempt was good: it does not count. Those before go on counting. */
  void refund(String address);
}

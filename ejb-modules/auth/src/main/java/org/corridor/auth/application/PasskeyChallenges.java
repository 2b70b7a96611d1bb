package org.corridor.auth.application;

import java.time.Duration;
import java.util.Optional;

/**
 * Keeps what a device has to sign, for minutes and for one use.
 *
 * <p>All methods may throw {@link TokenStoreUnavailable}.
 */
public interface PasskeyChallenges {

  Duration LIFETIME = Duration.ofMinutes(5);

  /**
   * In the place of the one before.
   *
   * @param occasion a sign-in, or a session
   */
  void keep(String occasion, String challenge);

  /** Gives it to one caller only. */
  Optional<String> take(String occasion);
}

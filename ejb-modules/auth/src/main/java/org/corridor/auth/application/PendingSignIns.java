package org.corridor.auth.application;

import java.time.Duration;
import java.util.Optional;

/**
 * Keeps sign-ins under way, for minutes.
 *
 * <p>All methods may throw {@link TokenStoreUnavailable}.
 */
public interface PendingSignIns {

  Duration LIFETIME = Duration.ofMinutes(10);

  /**
   * @param handle unguessable
   */
  void keep(String handle, PendingSignIn signIn);

  Optional<PendingSignIn> find(String handle);

  /** Gives it to one caller only. */
  Optional<PendingSignIn> take(String handle);
}

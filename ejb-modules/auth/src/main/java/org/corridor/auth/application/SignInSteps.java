package org.corridor.auth.application;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Keeps what has been proven in sign-ins under way that need more than a password.
 *
 * <p>All methods may throw {@link TokenStoreUnavailable}.
 */
public interface SignInSteps {

  /**
   * @param handle of the sign-in, which it lives as long as
   */
  void keep(String handle, Proven proven);

  Optional<Proven> find(String handle);

  /**
   * What has been proven.
   *
   * @param at when; whatever makes earlier sign-ins void makes this one void too
   * @param methods how; see {@link Proof}
   * @param device as the browser calls itself; may be null
   */
  record Proven(UUID userId, Instant at, Set<String> methods, String device) {

    public Proven {
      methods = Set.copyOf(methods);
    }
  }
}

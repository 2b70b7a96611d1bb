package org.corridor.auth.application;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps authorization requests that were pushed, until the browser comes.
 *
 * <p>All methods may throw {@link TokenStoreUnavailable}.
 */
public interface PushedRequests {

  Duration LIFETIME = Duration.ofSeconds(90);

  /**
   * @param reference unguessable
   */
  void keep(String reference, Map<String, List<String>> parameters);

  /** Gives it to one caller only. */
  Optional<Map<String, List<String>>> take(String reference);
}

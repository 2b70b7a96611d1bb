package org.corridor.auth.application;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Keeps sessions of browsers; of the secret in the cookie only its hash.
 *
 * <p>All methods may throw {@link TokenStoreUnavailable}.
 */
public interface BrowserSessions {

  /**
   * @param idle how long it may lie unused
   */
  void begin(BrowserSession session, String secret, Duration idle);

  /** Uses it; empty if there is none, or the secret is another. */
  Optional<BrowserSession> use(UUID id, String secret, Duration idle);

  List<BrowserSession> of(UUID userId);

  /**
   * @return false if there was none
   */
  boolean end(BrowserSession session);
}

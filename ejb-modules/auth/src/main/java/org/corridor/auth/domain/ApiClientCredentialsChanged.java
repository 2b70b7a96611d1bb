package org.corridor.auth.domain;

import java.time.Instant;
import org.corridor.kernel.DomainEvent;

/**
 * A program shows another secret, or signs with other keys, to ask for tokens.
 *
 * @param previousUntil when the secret before ends; null if there is none
 * @param by the subject who has changed it
 */
public record ApiClientCredentialsChanged(
    String apiClientId, Kind kind, Instant previousUntil, String by) implements DomainEvent {

  /** What the program shows from now on. */
  public enum Kind {
    SECRET,
    KEYS
  }

  @Override
  public String type() {
    return "auth.api-client-credentials-changed.v1";
  }
}

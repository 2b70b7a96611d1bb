package org.corridor.kernel;

import java.time.Instant;
import java.util.Optional;

/**
 * How and when a person has shown who it is; machines do not sign in and have none.
 *
 * @param at the claim {@code auth_time}; null if the token does not say
 * @param acr the claim of that name (OpenID Connect Core, section 2); null if the token does not
 *     say
 */
public record Authentication(Instant at, String acr) {

  public Optional<Instant> when() {
    return Optional.ofNullable(at);
  }

  public Optional<String> how() {
    return Optional.ofNullable(acr);
  }
}

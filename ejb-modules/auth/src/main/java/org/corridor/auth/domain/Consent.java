package org.corridor.auth.domain;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * What a person lets a program have, until it is withdrawn (OpenID Connect Core, section 3.1.2.4).
 *
 * @param id of this one: another one of the same two takes its place
 */
public record Consent(
    UUID id, UUID userId, String apiClientId, Set<String> scopes, Instant givenAt) {

  public Consent {
    scopes = Set.copyOf(scopes);
  }

  public boolean covers(Set<String> wanted) {
    return scopes.containsAll(wanted);
  }
}

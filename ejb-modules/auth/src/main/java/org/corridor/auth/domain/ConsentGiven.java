package org.corridor.auth.domain;

import java.util.List;
import java.util.UUID;
import org.corridor.kernel.DomainEvent;

/**
 * A person lets a program have something of it.
 *
 * @param scopes sorted
 */
public record ConsentGiven(UUID userId, String apiClientId, List<String> scopes)
    implements DomainEvent {

  public ConsentGiven {
    scopes = List.copyOf(scopes);
  }

  @Override
  public String type() {
    return "auth.consent-given.v1";
  }
}

package org.corridor.auth.domain;

import java.util.List;
import org.corridor.kernel.DomainEvent;

/**
 * A program may ask for other tokens than before, or for none.
 *
 * @param scopes the most that its tokens carry from now on, sorted
 * @param active false if it gets none
 * @param by the subject who has changed it
 */
public record ApiClientUpdated(String apiClientId, List<String> scopes, boolean active, String by)
    implements DomainEvent {

  public ApiClientUpdated {
    scopes = List.copyOf(scopes);
  }

  @Override
  public String type() {
    return "auth.api-client-updated.v1";
  }
}

package org.corridor.auth.domain;

import java.util.List;
import org.corridor.kernel.DomainEvent;

/**
 * A program may ask for tokens.
 *
 * @param by the subject who has registered it; {@code settings} if it stands in the configuration
 */
public record ApiClientRegistered(String apiClientId, List<String> scopes, String by)
    implements DomainEvent {

  public static final String BY_SETTINGS = "settings";

  public ApiClientRegistered {
    scopes = List.copyOf(scopes);
  }

  @Override
  public String type() {
    return "auth.api-client-registered.v1";
  }
}

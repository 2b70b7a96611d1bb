package org.corridor.client.api;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import org.corridor.web.security.BearerTokenFilter;

/** Takes access tokens that are meant for the client context. */
@Priority(Priorities.AUTHENTICATION)
public class ClientSecurity extends BearerTokenFilter {

  public ClientSecurity() {
    super("corridor-client");
  }
}

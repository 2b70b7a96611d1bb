package org.corridor.client.api;

import org.corridor.web.security.BearerTokenFilter;

/** Takes access tokens that are meant for the client context. */
public class ClientSecurity extends BearerTokenFilter {

  public ClientSecurity() {
    super("corridor-client");
  }
}

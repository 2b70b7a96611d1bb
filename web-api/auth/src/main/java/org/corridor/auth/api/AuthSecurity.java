package org.corridor.auth.api;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import org.corridor.web.security.BearerTokenFilter;

/** Takes tokens for {@code corridor-auth}. */
@Priority(Priorities.AUTHENTICATION)
public final class AuthSecurity extends BearerTokenFilter {

  public AuthSecurity() {
    super("corridor-auth");
  }
}

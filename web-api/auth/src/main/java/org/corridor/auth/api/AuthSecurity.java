package org.corridor.auth.api;

import org.corridor.web.security.BearerTokenFilter;

/** Takes tokens for {@code corridor-auth}. */
public final class AuthSecurity extends BearerTokenFilter {

  public AuthSecurity() {
    super("corridor-auth");
  }
}

package org.corridor.web.security;

import jakarta.ws.rs.core.SecurityContext;
import org.corridor.kernel.Caller;
import org.corridor.web.security.BearerTokenFilter.CallerPrincipal;

/** Finds the caller of the current request. */
public final class Callers {

  private Callers() {}

  /**
   * @throws IllegalStateException on an operation that is open to all: it has no caller
   */
  public static Caller of(SecurityContext security) {
    if (security.getUserPrincipal() instanceof CallerPrincipal principal) {
      return principal.caller();
    }
    throw new IllegalStateException("this operation has no authenticated caller");
  }
}

package org.corridor.web.security;

import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
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

  /** Empty where nobody has been let in: an operation that is open to all, or a refused token. */
  public static Optional<Caller> known(SecurityContext security) {
    return security != null && security.getUserPrincipal() instanceof CallerPrincipal principal
        ? Optional.of(principal.caller())
        : Optional.empty();
  }
}

package org.corridor.web.security;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.corridor.kernel.Caller;
import org.corridor.web.correlation.LogContext;
import org.corridor.web.problem.Problem;

/**
 * Lets in only who carries a valid access token (RFC 6750); what it may do then, {@link
 * PermissionFilter} says. Each context has a subclass that names its audience, and has the priority
 * {@code AUTHENTICATION}: it would not inherit one.
 */
public abstract class BearerTokenFilter implements ContainerRequestFilter {

  private static final Logger LOG = Logger.getLogger(BearerTokenFilter.class.getName());
  private static final String SCHEME = "Bearer ";
  private static final int RETRY_AFTER_SECONDS = 1;

  private final String audience;

  @Context private ResourceInfo operation;

  protected BearerTokenFilter(String audience) {
    this.audience = audience;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    var method = operation.getResourceMethod();
    if (method.isAnnotationPresent(PermitAll.class)) {
      return;
    }
    var header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
    if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      request.abortWith(unauthorized("Bearer", "A bearer token is required."));
      return;
    }
    var token = header.substring(SCHEME.length()).trim();
    Optional<Caller> caller;
    try {
      caller = TokenSettings.verifierFor(audience).verify(token);
    } catch (KeysUnavailable e) {
      LOG.log(Level.WARNING, "a token cannot be verified", e);
      request.abortWith(unavailable());
      return;
    }
    if (caller.isEmpty()) {
      request.abortWith(
          unauthorized(
              "Bearer error=\"invalid_token\"", "The token is invalid, expired or not for here."));
      return;
    }
    LogContext.put("userId", caller.get().subject());
    request.setSecurityContext(new Authenticated(caller.get(), request.getSecurityContext()));
  }

  private static Response unavailable() {
    var detail = "It cannot be told now whose token this is; nothing was done.";
    return Response.fromResponse(Problem.of(503, "keys-unavailable", detail).toResponse())
        .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
        .build();
  }

  private static Response unauthorized(String challenge, String detail) {
    return Response.fromResponse(Problem.of(401, "unauthorized", detail).toResponse())
        .header(HttpHeaders.WWW_AUTHENTICATE, challenge)
        .build();
  }

  /** The caller as the principal of the request. */
  record Authenticated(Caller caller, SecurityContext outer) implements SecurityContext {

    @Override
    public Principal getUserPrincipal() {
      return new CallerPrincipal(caller);
    }

    /** Roles are not checked here; permissions are. */
    @Override
    public boolean isUserInRole(String role) {
      return false;
    }

    @Override
    public boolean isSecure() {
      return outer.isSecure();
    }

    @Override
    public String getAuthenticationScheme() {
      return "Bearer";
    }
  }

  record CallerPrincipal(Caller caller) implements Principal {
    @Override
    public String getName() {
      return caller.subject();
    }
  }
}

package org.corridor.web.security;

import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.security.cert.CertificateException;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.corridor.kernel.Caller;
import org.corridor.kernel.Confirmation;
import org.corridor.web.correlation.LogContext;
import org.corridor.web.problem.Problem;

/**
 * Lets in only who carries a valid access token (RFC 6750), and has the key or the certificate that
 * it is bound to, if it is (RFC 9449, RFC 8705); what it may do then, {@link PermissionFilter}
 * says. Each context has a subclass that names its audience, and has the priority {@code
 * AUTHENTICATION}: it would not inherit one.
 */
public abstract class BearerTokenFilter implements ContainerRequestFilter {

  private static final Logger LOG = Logger.getLogger(BearerTokenFilter.class.getName());
  private static final String BEARER = "Bearer ";
  private static final String DPOP = "DPoP ";
  private static final int RETRY_AFTER_SECONDS = 1;

  private final String audience;

  @Context private ResourceInfo operation;
  @Context private HttpServletRequest connection;

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
    var isBearer = hasScheme(header, BEARER);
    if (!isBearer && !hasScheme(header, DPOP)) {
      request.abortWith(tokenRequired());
      return;
    }
    var token = header.substring((isBearer ? BEARER : DPOP).length()).trim();
    Optional<TokenVerifier.Verified> verified;
    try {
      verified = unlessRevoked(TokenSettings.verifierFor(audience).look(token));
    } catch (KeysUnavailable e) {
      LOG.log(Level.WARNING, "a token cannot be verified", e);
      request.abortWith(unavailable());
      return;
    }
    // a token that is bound to a key is none without its proof, and the other way round
    if (verified.isEmpty() || isBearer == isBoundToKey(verified.get())) {
      var challenge = isBearer ? "Bearer error=\"invalid_token\"" : dpop("invalid_token");
      request.abortWith(unauthorized(challenge, "The token is invalid, expired or not for here."));
      return;
    }
    var missing = missing(verified.get().boundTo(), request, token);
    if (missing.isPresent()) {
      request.abortWith(missing.get());
      return;
    }
    let(verified.get().caller(), request);
  }

  private static boolean isBoundToKey(TokenVerifier.Verified token) {
    return token.boundTo() != null && token.boundTo().method() == Confirmation.Method.KEY;
  }

  /** What is answered to who does not show to have what its token is bound to. */
  private Optional<Response> missing(
      Confirmation boundTo, ContainerRequestContext request, String token) {
    if (boundTo == null) {
      return Optional.empty();
    }
    return switch (boundTo.method()) {
      case KEY ->
          isProven(request, token, boundTo.thumbprint())
              ? Optional.empty()
              : Optional.of(
                  unauthorized(
                      dpop("invalid_dpop_proof"),
                      "The header DPoP does not prove, for this request, that the token is"
                          + " yours."));
      case CERTIFICATE -> missingCertificate(boundTo.thumbprint());
    };
  }

  private Optional<Response> missingCertificate(String thumbprint) {
    try {
      var shown = ClientCertificates.of(connection);
      return shown.isPresent() && ClientCertificates.isOf(shown.get(), thumbprint)
          ? Optional.empty()
          : Optional.of(
              unauthorized(
                  "Bearer error=\"invalid_token\"",
                  "The token is bound to a certificate that was not shown in TLS."));
    } catch (CertificateException e) {
      return Optional.of(
          Problem.malformed(TokenSettings.certificates().header(), "is not one certificate")
              .toResponse());
    }
  }

  private static Optional<TokenVerifier.Verified> unlessRevoked(
      Optional<TokenVerifier.Verified> verified) {
    var revoked = TokenSettings.revoked();
    if (!revoked.isKnown()) {
      throw new KeysUnavailable("it is not known yet which tokens were called back");
    }
    return verified.filter(token -> !revoked.contains(token.marks()));
  }

  /** The scheme by which a request that was let in has shown its token. */
  static String schemeOf(ContainerRequestContext request) {
    return (hasScheme(request.getHeaderString(HttpHeaders.AUTHORIZATION), DPOP) ? DPOP : BEARER)
        .trim();
  }

  private static void let(Caller caller, ContainerRequestContext request) {
    LogContext.put("userId", caller.subject());
    request.setSecurityContext(new Authenticated(caller, request.getSecurityContext()));
  }

  private static boolean hasScheme(String header, String scheme) {
    return header != null && header.regionMatches(true, 0, scheme, 0, scheme.length());
  }

  private static boolean isProven(ContainerRequestContext request, String token, String key) {
    return TokenSettings.proofs()
        .prove(
            request.getHeaders().get(DpopProofs.HEADER),
            request.getMethod(),
            request.getUriInfo().getRequestUri().getRawPath(),
            token,
            key);
  }

  private static String dpop(String error) {
    return "DPoP error=\"" + error + "\", algs=\"" + DpopProofs.ALGORITHMS + "\"";
  }

  private static Response tokenRequired() {
    return Response.fromResponse(unauthorized("Bearer", "A bearer token is required."))
        .header(HttpHeaders.WWW_AUTHENTICATE, "DPoP algs=\"" + DpopProofs.ALGORITHMS + "\"")
        .build();
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

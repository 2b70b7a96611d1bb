package org.corridor.web.rate;

import io.github.bucket4j.TimeMeter;
import jakarta.annotation.Priority;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.corridor.web.problem.Problem;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Lets nobody ask too often, and tells everybody how often it still may. Who is signed in is told
 * apart by its subject, whatever its address; on an operation that is open to all, by its address,
 * for each operation by itself. Right after authentication, so that what a caller may not do counts
 * too.
 */
@Priority(Priorities.AUTHENTICATION + 100)
public final class RateLimitFilter implements ContainerRequestFilter, ContainerResponseFilter {

  private static final int TOO_MANY_REQUESTS = 429;
  private static final String TAKEN = RateLimitFilter.class.getName();

  private final RateLimits limits;

  @Context private ResourceInfo operation;
  @Context private HttpServletRequest servlet;

  public RateLimitFilter() {
    this(RateLimits.from(ConfigProvider.getConfig(), TimeMeter.SYSTEM_NANOTIME));
  }

  RateLimitFilter(RateLimits limits) {
    this.limits = limits;
  }

  /** What was taken, until it is told with the answer. */
  private record Taken(RatePolicy policy, Allowance allowance) {}

  @Override
  public void filter(ContainerRequestContext request) {
    var method = operation.getResourceMethod();
    if (method.isAnnotationPresent(PermitAll.class)) {
      var limit = method.isAnnotationPresent(NotLimited.class) ? null : limits.ofStrangers();
      if (limit != null) {
        take(request, limit, servlet.getRemoteAddr() + ' ' + method.getName());
      }
      return;
    }
    var subject = request.getSecurityContext().getUserPrincipal().getName();
    var limit = limits.of(subject);
    if (limit != null) {
      take(request, limit, subject);
    }
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (request.getProperty(TAKEN) instanceof Taken taken) {
      var headers = response.getHeaders();
      headers.putSingle("RateLimit-Policy", taken.policy().header());
      headers.putSingle("RateLimit", taken.policy().header(taken.allowance()));
    }
  }

  private static void take(ContainerRequestContext request, RateLimit limit, String caller) {
    var allowance = limit.allowances().take(caller);
    request.setProperty(TAKEN, new Taken(limit.policy(), allowance));
    if (!allowance.granted()) {
      request.abortWith(tooMany(limit.policy(), allowance));
    }
  }

  private static Response tooMany(RatePolicy policy, Allowance allowance) {
    var detail = "You may send " + policy.perMinute() + " requests a minute: slow down.";
    return Response.fromResponse(
            Problem.of(TOO_MANY_REQUESTS, "too-many-requests", detail).toResponse())
        .header(HttpHeaders.RETRY_AFTER, allowance.secondsToWait())
        .build();
  }
}

package org.corridor.web.audit;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import java.lang.reflect.Method;
import java.time.Clock;
import java.util.Optional;
import java.util.logging.Logger;
import org.corridor.kernel.Caller;
import org.corridor.platform.json.Json;
import org.corridor.web.correlation.CorrelationFilter;
import org.corridor.web.http.Route;
import org.corridor.web.problem.Problem;
import org.corridor.web.security.Callers;
import org.corridor.web.security.RequiresPermission;

/**
 * Writes a line to the log {@code org.corridor.audit} for each request that was refused because of
 * who asked, whether the door, a use case or a page refused it.
 */
public final class DenialAudit implements ContainerResponseFilter {

  static final String LOGGER = "org.corridor.audit";

  private static final Logger LOG = Logger.getLogger(LOGGER);
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final String STEP_UP_REQUIRED = "step-up-required";

  private final Clock clock;

  @Context private ResourceInfo operation;

  public DenialAudit() {
    this(Clock.systemUTC(), null);
  }

  DenialAudit(Clock clock, ResourceInfo operation) {
    this.clock = clock;
    this.operation = operation;
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    // outside of an operation the server has none to tell of, and throws
    var matched = !request.getUriInfo().getMatchedResources().isEmpty();
    var method = matched ? operation.getResourceMethod() : null;
    var caller = Callers.known(request.getSecurityContext());
    event(response, method, caller)
        .map(event -> denial(event, request, response, method, caller))
        .ifPresent(denial -> LOG.info(() -> Json.write(denial)));
  }

  private static Optional<String> event(
      ContainerResponseContext response, Method method, Optional<Caller> caller) {
    return switch (response.getStatus()) {
      case FORBIDDEN -> Optional.of(Denial.DENIED);
      case UNAUTHORIZED ->
          problem(response)
              .filter(problem -> problem.code().equals(STEP_UP_REQUIRED))
              .map(problem -> Denial.DENIED);
      case NOT_FOUND ->
          caller.isPresent() && method != null && Route.namesOneThing(method)
              ? Optional.of(Denial.HIDDEN)
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private Denial denial(
      String event,
      ContainerRequestContext request,
      ContainerResponseContext response,
      Method method,
      Optional<Caller> caller) {
    var permission = method == null ? null : method.getAnnotation(RequiresPermission.class);
    var problem = problem(response);
    return new Denial(
        event,
        clock.instant(),
        caller.map(Caller::subject).orElse(null),
        caller.flatMap(Caller::boundBranch).orElse(null),
        request.getMethod(),
        method == null ? null : Route.of(request, method),
        request.getUriInfo().getRequestUri().getRawPath(),
        permission == null ? null : permission.value(),
        response.getStatus(),
        problem.map(Problem::code).orElse(null),
        problem.map(Problem::detail).orElse(null),
        CorrelationFilter.idOf(request));
  }

  private static Optional<Problem> problem(ContainerResponseContext response) {
    return response.getEntity() instanceof Problem problem
        ? Optional.of(problem)
        : Optional.empty();
  }
}

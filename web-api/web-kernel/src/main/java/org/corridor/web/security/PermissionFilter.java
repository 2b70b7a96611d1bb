package org.corridor.web.security;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.time.Clock;
import org.corridor.web.problem.Problem;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Lets an operation be done only by who has the permission that it asks for, and has signed in as
 * it asks for; one that asks for nothing at all is done by nobody.
 */
@Priority(Priorities.AUTHORIZATION)
public final class PermissionFilter implements ContainerRequestFilter {

  private static final int UNAUTHORIZED = 401;

  private final StepUp stepUp;
  private final Doorkeeper doorkeeper;
  private final Clock clock;

  @Context private ResourceInfo operation;

  public PermissionFilter() {
    this(StepUp.from(ConfigProvider.getConfig()), Clock.systemUTC());
  }

  PermissionFilter(StepUp stepUp, Clock clock) {
    this.stepUp = stepUp;
    this.doorkeeper = new Doorkeeper(stepUp);
    this.clock = clock;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    var method = operation.getResourceMethod();
    if (Doorkeeper.isOpen(method)) {
      return;
    }
    var caller = Callers.of(request.getSecurityContext());
    switch (doorkeeper.judge(method, caller, clock.instant())) {
      case ADMITTED -> {}
      case FORBIDDEN -> request.abortWith(forbidden(method));
      case STEP_UP_REQUIRED -> request.abortWith(stepUpRequired(request));
    }
  }

  private static Response forbidden(Method method) {
    var permission = method.getAnnotation(RequiresPermission.class);
    var detail =
        permission == null
            ? "Nobody may do this."
            : "This needs the permission " + permission.value() + ".";
    return Problem.forbidden(detail).toResponse();
  }

  /** RFC 9470: whoever gets this has its user sign in as it says, and comes again. */
  private Response stepUpRequired(ContainerRequestContext request) {
    var scheme = BearerTokenFilter.schemeOf(request);
    return Response.fromResponse(
            Problem.of(UNAUTHORIZED, "step-up-required", stepUp.description()).toResponse())
        .header(HttpHeaders.WWW_AUTHENTICATE, stepUp.challenge(scheme))
        .build();
  }
}

package org.corridor.web.security;

import jakarta.annotation.Priority;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.corridor.web.problem.Problem;

/**
 * Lets an operation be done only by who has the permission that it asks for; one that asks for
 * nothing at all is done by nobody.
 */
@Priority(Priorities.AUTHORIZATION)
public final class PermissionFilter implements ContainerRequestFilter {

  @Context private ResourceInfo operation;

  @Override
  public void filter(ContainerRequestContext request) {
    var method = operation.getResourceMethod();
    if (method.isAnnotationPresent(PermitAll.class)) {
      return;
    }
    var caller = Callers.of(request.getSecurityContext());
    var permission = method.getAnnotation(RequiresPermission.class);
    var open = method.isAnnotationPresent(AnyCaller.class);
    if (!open && (permission == null || !caller.may(permission.value()))) {
      request.abortWith(forbidden(permission));
    }
  }

  private static Response forbidden(RequiresPermission permission) {
    var detail =
        permission == null
            ? "Nobody may do this."
            : "This needs the permission " + permission.value() + ".";
    return Problem.forbidden(detail).toResponse();
  }
}

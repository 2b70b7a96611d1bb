package org.corridor.web.http;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.lang.reflect.Method;

/** The address of an operation, with names where a request has ids. */
public final class Route {

  private Route() {}

  /** Such as {@code /api/client/v1/clients/{id}}. */
  public static String of(ContainerRequestContext request, Method operation) {
    return of(request.getUriInfo().getBaseUri().getPath(), operation);
  }

  static String of(String base, Method operation) {
    return (base
            + '/'
            + path(operation.getDeclaringClass().getAnnotation(Path.class))
            + '/'
            + path(operation.getAnnotation(Path.class)))
        .replaceAll("/{2,}", "/")
        .replaceAll("/$", "");
  }

  /** Whether the address has a name in it, such as an id. */
  public static boolean namesOneThing(Method operation) {
    return of("", operation).indexOf('{') >= 0;
  }

  private static String path(Path path) {
    return path == null ? "" : path.value();
  }
}

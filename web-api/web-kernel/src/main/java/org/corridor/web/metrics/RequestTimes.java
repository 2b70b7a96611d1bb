package org.corridor.web.metrics;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.enterprise.inject.spi.Unmanaged;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.corridor.web.http.Route;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.Tag;
import org.eclipse.microprofile.metrics.Timer;

/**
 * Times each request, from before all other filters until its answer is about to be written. The
 * server's own times of requests look their metric up by its name and tags each time, which costs
 * more than the rest of a request's metrics together; here each is looked up once.
 */
@PreMatching
@Priority(0)
public final class RequestTimes implements ContainerRequestFilter, ContainerResponseFilter {

  private static final String BEGUN = RequestTimes.class.getName();
  private static final Metadata REQUESTS =
      Metadata.builder()
          .withName("corridor_http_requests")
          .withDescription("requests, by the template of their path")
          .withUnit(MetricUnits.SECONDS)
          .build();

  /** Of what no operation answers; by its path anybody could make metrics without end. */
  private static final String NO_ROUTE = "none";

  private final Map<Series, Timer> timers = new ConcurrentHashMap<>();

  @Context private ResourceInfo operation;

  /**
   * @param operation null if there is none for the request
   */
  private record Series(Method operation, String method, int status) {}

  @Override
  public void filter(ContainerRequestContext request) {
    request.setProperty(BEGUN, System.nanoTime());
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (request.getProperty(BEGUN) instanceof Long begun) {
      // outside of an operation the server has none to tell of, and throws
      var matched = !request.getUriInfo().getMatchedResources().isEmpty();
      var method = matched ? operation.getResourceMethod() : null;
      var series =
          new Series(method, method == null ? "" : request.getMethod(), response.getStatus());
      timers
          .computeIfAbsent(series, unknown -> timer(request, unknown))
          .update(Duration.ofNanos(System.nanoTime() - begun));
    }
  }

  private static Timer timer(ContainerRequestContext request, Series series) {
    return registry()
        .timer(
            REQUESTS,
            new Tag("method", series.method()),
            new Tag("route", route(request, series.operation())),
            new Tag("status", Integer.toString(series.status())));
  }

  /**
   * A provider that is no bean has nothing injected; and the registry asks where it is injected.
   */
  private static MetricRegistry registry() {
    var metrics =
        new Unmanaged<>(CDI.current().getBeanManager(), Metrics.class).newInstance().produce();
    return metrics.inject().get().registry;
  }

  static final class Metrics {
    @Inject private MetricRegistry registry;
  }

  private static String route(ContainerRequestContext request, Method operation) {
    return operation == null ? NO_ROUTE : Route.of(request, operation);
  }
}

package org.corridor.web.correlation;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;

/**
 * Accepts or makes the correlation id before anything else, and returns it after everything else.
 */
@PreMatching
@Priority(0)
public final class CorrelationFilter implements ContainerRequestFilter, ContainerResponseFilter {

  private static final String PROPERTY = CorrelationFilter.class.getName();

  /** Of a request that may be answered on another thread than it came in on. */
  public static String idOf(ContainerRequestContext request) {
    return request.getProperty(PROPERTY) instanceof String id ? id : Correlation.currentId();
  }

  @Override
  public void filter(ContainerRequestContext request) {
    var id = Correlation.acceptOrMake(request.getHeaderString(Correlation.HEADER));
    request.setProperty(PROPERTY, id);
    Correlation.begin(id);
    // a request that died without an answer may have left its words on this thread
    LogContext.clear();
    LogContext.put("correlationId", id);
    Tracing.currentTraceId().ifPresent(trace -> LogContext.put("traceId", trace));
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    var id = request.getProperty(PROPERTY);
    if (id != null) {
      response.getHeaders().putSingle(Correlation.HEADER, id);
    }
    LogContext.clear();
    Correlation.end();
  }
}

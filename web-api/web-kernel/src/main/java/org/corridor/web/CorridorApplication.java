package org.corridor.web;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.Application;
import java.util.LinkedHashSet;
import java.util.Set;
import org.corridor.web.audit.DenialAudit;
import org.corridor.web.correlation.CorrelationFilter;
import org.corridor.web.http.BodyLimits;
import org.corridor.web.http.JsonProvider;
import org.corridor.web.http.SecurityHeaders;
import org.corridor.web.metrics.RequestTimes;
import org.corridor.web.problem.ProblemMappers;
import org.corridor.web.rate.RateLimitFilter;
import org.corridor.web.security.BearerTokenFilter;
import org.corridor.web.security.PermissionFilter;

/**
 * The application of a context: its resources, its bearer-token filter, and what all doors share.
 * Everything is named, since a server does not scan the shared libraries of an EAR for providers.
 */
public abstract class CorridorApplication extends Application {

  private final Class<? extends BearerTokenFilter> security;
  private final Set<Class<?>> resources;

  protected CorridorApplication(
      Class<? extends BearerTokenFilter> security, Set<Class<?>> resources) {
    requireFirst(security);
    this.security = security;
    this.resources = resources;
  }

  /** Limits and permissions ask who calls, so they must come after. */
  private static void requireFirst(Class<? extends BearerTokenFilter> security) {
    var priority = security.getAnnotation(Priority.class);
    if (priority == null || priority.value() != Priorities.AUTHENTICATION) {
      throw new IllegalArgumentException(security + " must have the priority AUTHENTICATION");
    }
  }

  @Override
  public Set<Class<?>> getClasses() {
    var classes = new LinkedHashSet<Class<?>>(resources);
    classes.add(security);
    classes.add(RateLimitFilter.class);
    classes.add(PermissionFilter.class);
    classes.add(DenialAudit.class);
    classes.add(RequestTimes.class);
    classes.add(CorrelationFilter.class);
    classes.add(BodyLimits.class);
    classes.add(JsonProvider.class);
    classes.add(SecurityHeaders.class);
    classes.addAll(ProblemMappers.all());
    return classes;
  }
}

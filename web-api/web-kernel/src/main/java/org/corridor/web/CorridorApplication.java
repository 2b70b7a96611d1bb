package org.corridor.web;

import jakarta.ws.rs.core.Application;
import java.util.LinkedHashSet;
import java.util.Set;
import org.corridor.web.correlation.CorrelationFilter;
import org.corridor.web.http.BodyLimit;
import org.corridor.web.http.JsonProvider;
import org.corridor.web.http.SecurityHeaders;
import org.corridor.web.problem.ProblemMappers;
import org.corridor.web.security.BearerTokenFilter;

/**
 * The application of a context: its resources, its bearer-token filter, and what all doors share.
 * Everything is named, since a server does not scan the shared libraries of an EAR for providers.
 */
public abstract class CorridorApplication extends Application {

  private final Class<? extends BearerTokenFilter> security;
  private final Set<Class<?>> resources;

  protected CorridorApplication(
      Class<? extends BearerTokenFilter> security, Set<Class<?>> resources) {
    this.security = security;
    this.resources = resources;
  }

  @Override
  public Set<Class<?>> getClasses() {
    var classes = new LinkedHashSet<Class<?>>(resources);
    classes.add(security);
    classes.add(CorrelationFilter.class);
    classes.add(BodyLimit.class);
    classes.add(JsonProvider.class);
    classes.add(SecurityHeaders.class);
    classes.addAll(ProblemMappers.all());
    return classes;
  }
}

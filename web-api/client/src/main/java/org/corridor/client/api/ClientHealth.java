package org.corridor.client.api;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import javax.sql.DataSource;
import org.corridor.client.infrastructure.ClientEventRelay;
import org.corridor.client.infrastructure.ClientSchema;
import org.corridor.web.health.ContextChecks;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/** Ready means that what the context needs is really reachable. */
@ApplicationScoped
public class ClientHealth {

  private final ContextChecks checks = new ContextChecks("client");

  @Resource(lookup = "jdbc/client")
  private DataSource dataSource;

  @EJB private ClientSchema schema;

  @EJB private ClientEventRelay relay;

  @Produces
  @Startup
  HealthCheck schemaIsMigrated() {
    return checks.schemaIsAt(schema::version);
  }

  @Produces
  @Readiness
  HealthCheck databaseAnswers() {
    return checks.databaseAnswers(dataSource);
  }

  @Produces
  @Readiness
  HealthCheck eventsGetThrough() {
    return checks.upWhile("events", relay::getsThrough);
  }

  @Produces
  @Readiness
  HealthCheck tokensCanBeVerified() {
    return checks.tokensCanBeVerified();
  }

  @Produces
  @Liveness
  HealthCheck processLives() {
    return checks.processLives();
  }
}

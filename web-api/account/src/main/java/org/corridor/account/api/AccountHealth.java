package org.corridor.account.api;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import javax.sql.DataSource;
import org.corridor.account.infrastructure.AccountEventRelay;
import org.corridor.account.infrastructure.AccountSchema;
import org.corridor.account.infrastructure.ledger.PosterThreads;
import org.corridor.web.health.ContextChecks;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/** Ready means that what the context needs is really reachable. */
@ApplicationScoped
public class AccountHealth {

  private final ContextChecks checks = new ContextChecks("account");

  @Resource(lookup = "jdbc/account")
  private DataSource dataSource;

  @EJB private AccountSchema schema;

  @EJB private AccountEventRelay relay;

  @EJB private PosterThreads posters;

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

  /** A poster that has died comes back by a restart only. */
  @Produces
  @Readiness
  HealthCheck tokensCanBeVerified() {
    return checks.tokensCanBeVerified();
  }

  @Produces
  @Liveness
  HealthCheck postersLive() {
    return checks.upWhile("posters", posters::areAlive);
  }
}

package org.corridor.auth.api;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.corridor.auth.infrastructure.AuthEventRelay;
import org.corridor.auth.infrastructure.AuthSchema;
import org.corridor.auth.infrastructure.RedisConnection;
import org.corridor.platform.secrets.Secrets;
import org.corridor.web.health.ContextChecks;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/** Ready means that what the context needs is really reachable. */
@ApplicationScoped
public class AuthHealth {

  private final ContextChecks checks = new ContextChecks("auth");

  @Resource(lookup = "jdbc/auth")
  private DataSource dataSource;

  @EJB private AuthSchema schema;

  @EJB private AuthEventRelay relay;

  @Inject private RedisConnection redis;

  @Inject private Secrets secrets;

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

  /** Without Redis nobody signs in; machines still get their tokens. */
  @Produces
  @Readiness
  HealthCheck redisAnswers() {
    return checks.upWhile("redis", redis::answers);
  }

  /** While the keys are away, what they have sealed does not open; the log says why. */
  @Produces
  @Readiness
  HealthCheck secretsOpen() {
    return checks.upWhile("secrets", secrets::areWell);
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

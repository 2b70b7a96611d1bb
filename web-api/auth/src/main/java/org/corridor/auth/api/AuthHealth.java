package org.corridor.auth.api;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.corridor.auth.infrastructure.AuthEventRelay;
import org.corridor.auth.infrastructure.AuthSchema;
import org.corridor.auth.infrastructure.RedisConnection;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/**
 * What the platform's probes ask: ready means that what the context needs is really reachable.
 *
 * <p>In the WAR, not beside what it asks: the EJB jars of an EAR are seen by all of its WARs, and
 * each would report every check again.
 */
@ApplicationScoped
public class AuthHealth {

  private static final Logger LOG = Logger.getLogger(AuthHealth.class.getName());
  private static final int QUERY_TIMEOUT_SECONDS = 2;

  @Resource(lookup = "jdbc/auth")
  private DataSource dataSource;

  @EJB private AuthSchema schema;

  @EJB private AuthEventRelay relay;

  @Inject private RedisConnection redis;

  @Produces
  @Startup
  HealthCheck schemaIsMigrated() {
    return () ->
        HealthCheckResponse.named("auth-schema")
            .withData("version", schema.version())
            .status(schema.version() != null)
            .build();
  }

  @Produces
  @Readiness
  HealthCheck databaseAnswers() {
    return () -> HealthCheckResponse.named("auth-database").status(answers()).build();
  }

  /** Without Redis nobody signs in; machines still get their tokens. */
  @Produces
  @Readiness
  HealthCheck redisAnswers() {
    return () -> HealthCheckResponse.named("auth-redis").status(redis.answers()).build();
  }

  @Produces
  @Readiness
  HealthCheck eventsGetThrough() {
    return () -> HealthCheckResponse.named("auth-events").status(relay.getsThrough()).build();
  }

  /**
   * A database that is away is no reason to kill the process: restarting would not bring it back.
   */
  @Produces
  @Liveness
  HealthCheck processLives() {
    return () -> HealthCheckResponse.up("auth-process");
  }

  private boolean answers() {
    try (var connection = dataSource.getConnection();
        var statement = connection.createStatement()) {
      statement.setQueryTimeout(QUERY_TIMEOUT_SECONDS);
      try (var rows = statement.executeQuery("select count(*) from relay_cursor")) {
        return rows.next();
      }
    } catch (SQLException e) {
      LOG.log(Level.WARNING, "the database of auth does not answer", e);
      return false;
    }
  }
}

package org.corridor.account.api;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.corridor.account.infrastructure.AccountEventRelay;
import org.corridor.account.infrastructure.AccountSchema;
import org.corridor.account.infrastructure.ledger.PosterThreads;
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
public class AccountHealth {

  private static final Logger LOG = Logger.getLogger(AccountHealth.class.getName());
  private static final int QUERY_TIMEOUT_SECONDS = 2;

  @Resource(lookup = "jdbc/account")
  private DataSource dataSource;

  @EJB private AccountSchema schema;

  @EJB private AccountEventRelay relay;

  @EJB private PosterThreads posters;

  @Produces
  @Startup
  HealthCheck schemaIsMigrated() {
    return () ->
        HealthCheckResponse.named("account-schema").status(schema.version() != null).build();
  }

  @Produces
  @Readiness
  HealthCheck databaseAnswers() {
    return () -> HealthCheckResponse.named("account-database").status(answers()).build();
  }

  @Produces
  @Readiness
  HealthCheck eventsGetThrough() {
    return () -> HealthCheckResponse.named("account-events").status(relay.getsThrough()).build();
  }

  /**
   * A database that is away is no reason to kill the process: restarting would not bring it back. A
   * poster that has died is one.
   */
  @Produces
  @Liveness
  HealthCheck postersLive() {
    return () -> HealthCheckResponse.named("account-posters").status(posters.areAlive()).build();
  }

  private boolean answers() {
    try (var connection = dataSource.getConnection();
        var statement = connection.createStatement()) {
      statement.setQueryTimeout(QUERY_TIMEOUT_SECONDS);
      try (var rows = statement.executeQuery("select count(*) from relay_cursor")) {
        return rows.next();
      }
    } catch (SQLException e) {
      LOG.log(Level.WARNING, "the database of account does not answer", e);
      return false;
    }
  }
}

package org.corridor.transaction.api;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.corridor.transaction.infrastructure.ReconciliationLoop;
import org.corridor.transaction.infrastructure.TransactionEventRelay;
import org.corridor.transaction.infrastructure.TransactionSchema;
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
public class TransactionHealth {

  private static final Logger LOG = Logger.getLogger(TransactionHealth.class.getName());
  private static final int QUERY_TIMEOUT_SECONDS = 2;

  @Resource(lookup = "jdbc/transaction")
  private DataSource dataSource;

  @EJB private TransactionSchema schema;

  @EJB private TransactionEventRelay relay;

  @EJB private ReconciliationLoop reconciliation;

  @Produces
  @Startup
  HealthCheck schemaIsMigrated() {
    return () ->
        HealthCheckResponse.named("transaction-schema")
            .withData("version", schema.version())
            .status(schema.version() != null)
            .build();
  }

  @Produces
  @Readiness
  HealthCheck databaseAnswers() {
    return () -> HealthCheckResponse.named("transaction-database").status(answers()).build();
  }

  @Produces
  @Readiness
  HealthCheck eventsGetThrough() {
    return () ->
        HealthCheckResponse.named("transaction-events").status(relay.getsThrough()).build();
  }

  @Produces
  @Readiness
  HealthCheck lostOrdersAreLookedFor() {
    return () ->
        HealthCheckResponse.named("transaction-reconciliation")
            .status(reconciliation.getsThrough())
            .build();
  }

  /**
   * A database that is away is no reason to kill the process: restarting would not bring it back.
   */
  @Produces
  @Liveness
  HealthCheck processLives() {
    return () -> HealthCheckResponse.up("transaction-process");
  }

  private boolean answers() {
    try (var connection = dataSource.getConnection();
        var statement = connection.createStatement()) {
      statement.setQueryTimeout(QUERY_TIMEOUT_SECONDS);
      try (var rows = statement.executeQuery("select count(*) from relay_cursor")) {
        return rows.next();
      }
    } catch (SQLException e) {
      LOG.log(Level.WARNING, "the database of transaction does not answer", e);
      return false;
    }
  }
}

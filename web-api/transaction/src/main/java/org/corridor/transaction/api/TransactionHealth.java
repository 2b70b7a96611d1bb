package org.corridor.transaction.api;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import javax.sql.DataSource;
import org.corridor.transaction.infrastructure.ReconciliationLoop;
import org.corridor.transaction.infrastructure.TransactionEventConsumer;
import org.corridor.transaction.infrastructure.TransactionEventRelay;
import org.corridor.transaction.infrastructure.TransactionSchema;
import org.corridor.transaction.infrastructure.desk.DeskThreads;
import org.corridor.transaction.infrastructure.saga.SagaLoop;
import org.corridor.web.health.ContextChecks;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/** Ready means that what the context needs is really reachable. */
@ApplicationScoped
public class TransactionHealth {

  private final ContextChecks checks = new ContextChecks("transaction");

  @Resource(lookup = "jdbc/transaction")
  private DataSource dataSource;

  @EJB private TransactionSchema schema;

  @EJB private TransactionEventRelay relay;

  @EJB private TransactionEventConsumer consumption;

  @EJB private DeskThreads desk;

  @EJB private ReconciliationLoop reconciliation;
  @EJB private SagaLoop sagas;

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
  HealthCheck eventsAreTaken() {
    return checks.upWhile("consumer", consumption::getsThrough);
  }

  @Produces
  @Readiness
  HealthCheck lostOrdersAreLookedFor() {
    return checks.upWhile("reconciliation", reconciliation::getsThrough);
  }

  @Produces
  @Readiness
  HealthCheck sagasAreWorkedAt() {
    return checks.upWhile("sagas", sagas::getsThrough);
  }

  @Produces
  @Readiness
  HealthCheck tokensCanBeVerified() {
    return checks.tokensCanBeVerified();
  }

  @Produces
  @Liveness
  HealthCheck deskIsAlive() {
    return checks.upWhile("desk", desk::areAlive);
  }

  @Produces
  @Liveness
  HealthCheck processLives() {
    return checks.processLives();
  }
}

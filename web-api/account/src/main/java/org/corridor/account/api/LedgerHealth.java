package org.corridor.account.api;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import org.corridor.account.infrastructure.audit.AuditMetrics;
import org.corridor.account.infrastructure.audit.LedgerSealer;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Warns of a ledger that was tampered with, or is not sealed. It is up all the same: a database
 * that all replicas share does not get better by sending callers elsewhere, and whether to stop is
 * for people to decide.
 */
@ApplicationScoped
public class LedgerHealth {

  @Inject private AuditMetrics verifications;

  @EJB private LedgerSealer sealer;

  @Produces
  @Readiness
  HealthCheck ledgerIsVerified() {
    return () -> {
      var response =
          HealthCheckResponse.named("account-ledger")
              .up()
              .withData("unsealedBatches", sealer.unsealed());
      verifications
          .latest()
          .ifPresentOrElse(
              check ->
                  response
                      .withData("verifiedAt", check.finishedAt().toString())
                      .withData("problems", check.report().problemCount())
                      .withData("warning", !check.report().foundNothing()),
              () -> response.withData("verifiedAt", "never"));
      return response.build();
    };
  }
}

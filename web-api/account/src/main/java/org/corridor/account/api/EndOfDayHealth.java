package org.corridor.account.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import org.corridor.account.domain.endofday.DayStatus;
import org.corridor.account.infrastructure.endofday.EndOfDayMetrics;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Says which day has ended, and warns of one that has failed: the service goes on all the same. */
@ApplicationScoped
public class EndOfDayHealth {

  @Inject private EndOfDayMetrics days;

  @Produces
  @Readiness
  HealthCheck daysEnd() {
    return () -> {
      var response = HealthCheckResponse.named("account-end-of-day").up();
      days.latest()
          .ifPresentOrElse(
              run ->
                  response
                      .withData("businessDate", run.businessDate().toString())
                      .withData("status", run.status().name())
                      .withData("warning", run.status() == DayStatus.FAILED),
              () -> response.withData("businessDate", "none"));
      return response.build();
    };
  }
}

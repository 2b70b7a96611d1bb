package org.corridor.account.infrastructure.endofday;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.corridor.account.application.EndOfDayRun;
import org.corridor.account.domain.endofday.DayStatus;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;

/** Tells monitoring how far the days have ended; every replica tells the same. */
@ApplicationScoped
public class EndOfDayMetrics {

  private static final Metadata BEHIND =
      Metadata.builder()
          .withName("corridor_account_end_of_day_behind")
          .withDescription("days that are over and have not ended; 0 if no day was ever ended")
          .withUnit(MetricUnits.NONE)
          .build();
  private static final Metadata FAILED =
      Metadata.builder()
          .withName("corridor_account_end_of_day_failed")
          .withDescription("1 if the latest day has failed and waits for somebody; must be 0")
          .withUnit(MetricUnits.NONE)
          .build();
  private static final Metadata UNBOOKED =
      Metadata.builder()
          .withName("corridor_account_interest_unbooked")
          .withDescription("interest payments that the ledger had refused when the last day ended")
          .withUnit(MetricUnits.NONE)
          .build();

  private final MetricRegistry registry;
  private volatile EndOfDayRun latest;

  @Inject
  public EndOfDayMetrics(MetricRegistry registry) {
    this.registry = registry;
  }

  /** For the container's proxy. */
  protected EndOfDayMetrics() {
    this(null);
  }

  void watch() {
    registry.gauge(BEHIND, this, EndOfDayMetrics::behind);
    registry.gauge(FAILED, this, EndOfDayMetrics::failed);
    registry.gauge(UNBOOKED, this, EndOfDayMetrics::unbooked);
  }

  void tell(Optional<EndOfDayRun> run) {
    run.ifPresent(known -> latest = known);
  }

  /** The run of the latest day that was asked for. */
  public Optional<EndOfDayRun> latest() {
    return Optional.ofNullable(latest);
  }

  private long behind() {
    var run = latest;
    if (run == null) {
      return 0;
    }
    var ended =
        run.status() == DayStatus.DONE ? run.businessDate() : run.businessDate().minusDays(1);
    return ChronoUnit.DAYS.between(ended, LocalDate.now(Clock.systemUTC())) - 1;
  }

  private long failed() {
    var run = latest;
    return run != null && run.status() == DayStatus.FAILED ? 1 : 0;
  }

  private long unbooked() {
    var run = latest;
    return run == null || run.summary() == null ? 0 : run.summary().unbooked();
  }
}

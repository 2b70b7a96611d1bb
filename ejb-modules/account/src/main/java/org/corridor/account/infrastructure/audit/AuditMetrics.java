package org.corridor.account.infrastructure.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.corridor.account.application.LedgerCheck;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;

/** Tells monitoring what was verified; every replica tells the same, whichever has done it. */
@ApplicationScoped
public class AuditMetrics {

  private static final Metadata UNSEALED =
      named(
          "corridor_account_ledger_unsealed_batches",
          "batches that are committed and not yet in the chain",
          MetricUnits.NONE);
  private static final Metadata PROBLEMS =
      named(
          "corridor_account_ledger_verification_problems",
          "problems found by the last verification that came to its end; must be 0",
          MetricUnits.NONE);
  private static final Metadata LAST_SUCCESS =
      named(
          "corridor_account_ledger_verification_last_success",
          "when the last verification ended that found nothing wrong, in seconds since 1970",
          MetricUnits.SECONDS);
  private static final Metadata DURATION =
      named(
          "corridor_account_ledger_verification_duration",
          "how long the last verification took that came to its end",
          MetricUnits.SECONDS);

  private final MetricRegistry registry;
  private volatile LedgerCheck last;
  private volatile Instant lastSuccess;

  @Inject
  public AuditMetrics(MetricRegistry registry) {
    this.registry = registry;
  }

  /** For the container's proxy. */
  protected AuditMetrics() {
    this(null);
  }

  void watch(LedgerSealer sealer) {
    registry.gauge(UNSEALED, sealer, LedgerSealer::unsealed);
  }

  void watchVerifications() {
    registry.gauge(PROBLEMS, this, AuditMetrics::problems);
    registry.gauge(LAST_SUCCESS, this, AuditMetrics::lastSuccessSeconds);
    registry.gauge(DURATION, this, AuditMetrics::durationSeconds);
  }

  /**
   * @param latest verification that has a report
   * @param sound the latest that found nothing wrong
   */
  void verified(Optional<LedgerCheck> latest, Optional<LedgerCheck> sound) {
    last = latest.orElse(null);
    lastSuccess = sound.map(LedgerCheck::finishedAt).orElse(null);
  }

  /** The latest verification that has a report. */
  public Optional<LedgerCheck> latest() {
    return Optional.ofNullable(last);
  }

  private long problems() {
    return latest().map(check -> check.report().problemCount()).orElse(0L);
  }

  private long lastSuccessSeconds() {
    var at = lastSuccess;
    return at == null ? 0 : at.getEpochSecond();
  }

  private double durationSeconds() {
    return latest()
        .map(check -> Duration.between(check.startedAt(), check.finishedAt()).toMillis() / 1_000.0)
        .orElse(0.0);
  }

  private static Metadata named(String name, String description, String unit) {
    return Metadata.builder().withName(name).withDescription(description).withUnit(unit).build();
  }
}

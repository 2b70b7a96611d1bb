package org.corridor.transaction.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.corridor.transaction.application.ApprovalSettings;
import org.corridor.transaction.application.ReconcileSettings;
import org.corridor.transaction.application.TransactionClock;
import org.eclipse.microprofile.config.Config;

/** The settings of this context, {@code corridor.transaction.*}; docs/reference/settings.md. */
@ApplicationScoped
public class TransactionSettings {

  private static final String PREFIX = "corridor.transaction.reconcile.";
  private static final String EXPIRES_AFTER = "corridor.transaction.approval.expires-after";
  private static final String EXPIRE_EVERY = "corridor.transaction.approval.sweep-every";
  private static final int EVERY_SECONDS = 5;
  private static final int PATIENCE_SECONDS = 15;
  private static final int QUIET_SECONDS = 60;
  private static final int BATCH = 50;
  private static final Duration APPROVAL_PATIENCE = Duration.ofDays(7);
  private static final Duration APPROVAL_SWEEP = Duration.ofMinutes(1);
  private static final Duration MICROSECOND = Duration.ofNanos(1_000);

  private final Config config;

  /** For the container's proxy. */
  protected TransactionSettings() {
    this(null);
  }

  @Inject
  public TransactionSettings(Config config) {
    this.config = config;
  }

  /** In microseconds, as the database keeps instants: what is read is what was written. */
  @Produces
  @TransactionClock
  Clock clock() {
    return Clock.tick(Clock.systemUTC(), MICROSECOND);
  }

  @Produces
  ReconcileSettings reconcile() {
    return new ReconcileSettings(
        Duration.ofSeconds(positive("patience-seconds", PATIENCE_SECONDS)),
        Duration.ofSeconds(positive("quiet-seconds", QUIET_SECONDS)),
        positive("batch", BATCH));
  }

  @Produces
  ApprovalSettings approvals() {
    return new ApprovalSettings(positive(EXPIRES_AFTER, APPROVAL_PATIENCE), BATCH);
  }

  Duration expireEvery() {
    return positive(EXPIRE_EVERY, APPROVAL_SWEEP);
  }

  Duration reconcileEvery() {
    return Duration.ofSeconds(positive("every-seconds", EVERY_SECONDS));
  }

  private Duration positive(String key, Duration otherwise) {
    var value = config.getOptionalValue(key, Duration.class).orElse(otherwise);
    if (value.isNegative() || value.isZero()) {
      throw new IllegalStateException(key + " must be longer than nothing, not " + value);
    }
    return value;
  }

  private int positive(String key, int otherwise) {
    int value = config.getOptionalValue(PREFIX + key, Integer.class).orElse(otherwise);
    if (value < 1) {
      throw new IllegalStateException(PREFIX + key + " must be 1 or more, not " + value);
    }
    return value;
  }
}

package org.corridor.transaction.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.corridor.transaction.application.ApprovalSettings;
import org.corridor.transaction.application.CashHours;
import org.corridor.transaction.application.ReconcileSettings;
import org.corridor.transaction.application.TransactionClock;
import org.corridor.transaction.application.file.FileSettings;
import org.corridor.transaction.application.saga.SagaSettings;
import org.corridor.transaction.domain.OfficeHours;
import org.corridor.transaction.domain.TransferBatch;
import org.corridor.transaction.domain.saga.RetryPolicy;
import org.eclipse.microprofile.config.Config;

/** The settings of this context, {@code corridor.transaction.*}; docs/reference/settings.md. */
@ApplicationScoped
public class TransactionSettings {

  private static final String PREFIX = "corridor.transaction.reconcile.";
  private static final String EXPIRES_AFTER = "corridor.transaction.approval.expires-after";
  private static final String EXPIRE_EVERY = "corridor.transaction.approval.sweep-every";
  private static final String CASH = "corridor.transaction.cash.";
  private static final String FILE = "corridor.transaction.file.";
  private static final String SAGA = "corridor.transaction.saga.";
  private static final String RETURNS_EVERY = "corridor.transaction.processor.returns-every";
  private static final Duration ASK_RETURNS_EVERY = Duration.ofSeconds(30);
  private static final Duration SAGA_LEASE = Duration.ofSeconds(30);
  private static final Duration SAGA_EVERY = Duration.ofSeconds(1);
  private static final int SAGAS_AT_ONCE = 8;
  private static final Duration SAGA_RETRY_FIRST = Duration.ofMillis(100);
  private static final Duration SAGA_RETRY_LONGEST = Duration.ofSeconds(5);
  private static final int SAGA_ATTEMPTS = 3;
  private static final Duration SAGA_WAIT_FIRST = Duration.ofSeconds(15);
  private static final Duration SAGA_WAIT_MOST = Duration.ofMinutes(10);
  private static final int MAX_TRANSFERS = 100_000;
  private static final int CHUNK_SIZE = 500;
  private static final int FILES_AT_ONCE = 2;
  private static final Duration CONTENTS_KEPT = Duration.ofDays(30);

  /** Longer than a lost order is left alone; less than a transaction of the batch container. */
  private static final Duration CHUNK_PATIENCE = Duration.ofSeconds(20);

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
        Duration.ofSeconds(positive(PREFIX, "patience-seconds", PATIENCE_SECONDS)),
        Duration.ofSeconds(positive(PREFIX, "quiet-seconds", QUIET_SECONDS)),
        positive(PREFIX, "batch", BATCH));
  }

  @Produces
  ApprovalSettings approvals() {
    return new ApprovalSettings(positive(EXPIRES_AFTER, APPROVAL_PATIENCE), BATCH);
  }

  /** {@code corridor.transaction.cash.*}. */
  @Produces
  CashHours cashHours() {
    var zone = config.getOptionalValue(CASH + "zone", ZoneId.class).orElse(ZoneOffset.UTC);
    return config
        .getOptionalValue(CASH + "hours", String.class)
        .map(text -> new CashHours(OfficeHours.parse(text, zone)))
        .orElseGet(CashHours::always);
  }

  /** {@code corridor.transaction.file.*}. */
  @Produces
  FileSettings files() {
    return new FileSettings(
        positive(FILE, "max-transfers", MAX_TRANSFERS),
        Math.min(positive(FILE, "chunk-size", CHUNK_SIZE), TransferBatch.MAX_TRANSFERS),
        positive(FILE, "uploads", FILES_AT_ONCE),
        positive(FILE, "at-once", FILES_AT_ONCE),
        CHUNK_PATIENCE,
        positive(FILE + "contents-kept", CONTENTS_KEPT));
  }

  /** {@code corridor.transaction.saga.*}. */
  @Produces
  SagaSettings sagas() {
    var waitFirst = positive(SAGA + "wait-first", SAGA_WAIT_FIRST);
    return new SagaSettings(
        positive(SAGA + "lease", SAGA_LEASE),
        positive(SAGA, "at-once", SAGAS_AT_ONCE),
        positive(SAGA + "every", SAGA_EVERY),
        new RetryPolicy(
            SAGA_RETRY_FIRST,
            SAGA_RETRY_LONGEST,
            SAGA_ATTEMPTS,
            waitFirst,
            longer(waitFirst, positive(SAGA + "wait-most", SAGA_WAIT_MOST))));
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  public Duration returnsEvery() {
    return positive(RETURNS_EVERY, ASK_RETURNS_EVERY);
  }

  Duration expireEvery() {
    return positive(EXPIRE_EVERY, APPROVAL_SWEEP);
  }

  Duration reconcileEvery() {
    return Duration.ofSeconds(positive(PREFIX, "every-seconds", EVERY_SECONDS));
  }

  private Duration positive(String key, Duration otherwise) {
    var value = config.getOptionalValue(key, Duration.class).orElse(otherwise);
    if (value.isNegative() || value.isZero()) {
      throw new IllegalStateException(key + " must be longer than nothing, not " + value);
    }
    return value;
  }

  private int positive(String prefix, String key, int otherwise) {
    int value = config.getOptionalValue(prefix + key, Integer.class).orElse(otherwise);
    if (value < 1) {
      throw new IllegalStateException(prefix + key + " must be 1 or more, not " + value);
    }
    return value;
  }
}

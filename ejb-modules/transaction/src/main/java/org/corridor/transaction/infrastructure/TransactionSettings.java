package org.corridor.transaction.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.corridor.transaction.application.ReconcileSettings;
import org.corridor.transaction.application.TransactionClock;
import org.eclipse.microprofile.config.Config;

/** The settings of this context, {@code corridor.transaction.*}; docs/reference/settings.md. */
@ApplicationScoped
public class TransactionSettings {

  /** How the ledger is reached. */
  enum LedgerAccess {
    IN_PROCESS,
    REST
  }

  private static final String PREFIX = "corridor.transaction.";
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
        duration("reconcile.patience", "PT15S"),
        duration("reconcile.quiet", "PT60S"),
        config.getOptionalValue(PREFIX + "reconcile.batch", Integer.class).orElse(50));
  }

  Duration reconcileEvery() {
    return duration("reconcile.every", "PT5S");
  }

  LedgerAccess ledger() {
    var access = config.getOptionalValue(PREFIX + "ledger", String.class).orElse("in-process");
    return switch (access) {
      case "in-process" -> LedgerAccess.IN_PROCESS;
      case "rest" -> LedgerAccess.REST;
      default ->
          throw new IllegalStateException(
              PREFIX + "ledger must be in-process or rest, not " + access);
    };
  }

  /** Where the account context's interface begins: {@code https://host:port/api/account/v1}. */
  String ledgerUrl() {
    return config
        .getOptionalValue(PREFIX + "ledger.url", String.class)
        .orElseThrow(
            () -> new IllegalStateException("with ledger = rest, set " + PREFIX + "ledger.url"));
  }

  private Duration duration(String key, String otherwise) {
    return Duration.parse(config.getOptionalValue(PREFIX + key, String.class).orElse(otherwise));
  }
}

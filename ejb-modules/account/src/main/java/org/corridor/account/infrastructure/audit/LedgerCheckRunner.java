package org.corridor.account.infrastructure.audit;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.ScheduleExpression;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.corridor.account.application.CheckLedger;
import org.corridor.account.application.LedgerCheck;
import org.corridor.account.application.LedgerChecks;
import org.corridor.account.application.RunLedgerChecks;
import org.corridor.platform.schedule.Repeated;
import org.eclipse.microprofile.config.ConfigProvider;

/** Runs the checks that were asked for, and asks for a verification every night. */
@Singleton
@Startup
@DependsOn("AccountSchema")
@Lock(LockType.READ)
@TransactionManagement(TransactionManagementType.BEAN)
public class LedgerCheckRunner {

  private static final Logger LOG = Logger.getLogger(LedgerCheckRunner.class.getName());
  private static final String AT = "corridor.account.verification.at";
  private static final String DEFAULT_TIME = "02:40";
  private static final String OFF = "off";
  private static final long PAUSE_SECONDS = 1;

  @Resource private ManagedScheduledExecutorService threads;

  @Resource private TimerService timers;

  private final CheckLedger requests;
  private final RunLedgerChecks runs;
  private final LedgerChecks checks;
  private final AuditMetrics metrics;
  private ScheduledFuture<?> running;
  private volatile boolean failing;

  @Inject
  public LedgerCheckRunner(
      CheckLedger requests, RunLedgerChecks runs, LedgerChecks checks, AuditMetrics metrics) {
    this.requests = requests;
    this.runs = runs;
    this.checks = checks;
    this.metrics = metrics;
  }

  /** For the container, which demands it to be public. */
  public LedgerCheckRunner() {
    this(null, null, null, null);
  }

  @PostConstruct
  void start() {
    metrics.watchVerifications();
    at(ConfigProvider.getConfig().getOptionalValue(AT, String.class).orElse(DEFAULT_TIME))
        .ifPresent(
            time ->
                timers.createCalendarTimer(
                    new ScheduleExpression()
                        .hour(time.getHour())
                        .minute(time.getMinute())
                        .timezone("UTC"),
                    new TimerConfig(null, false)));
    running =
        threads.scheduleWithFixedDelay(
            new Repeated(this::runOpen), PAUSE_SECONDS, PAUSE_SECONDS, TimeUnit.SECONDS);
  }

  @PreDestroy
  void stop() {
    running.cancel(false);
  }

  @Timeout
  void requestDaily() {
    requests.requestDailyVerification();
  }

  /** Empty if it is switched off. */
  static Optional<LocalTime> at(String setting) {
    if (setting.equals(OFF)) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalTime.parse(setting));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(AT + " must be a time such as 02:40, or off", e);
    }
  }

  /** An exception must not escape: the executor would never call again. */
  private void runOpen() {
    try {
      runs.runOpen().ifPresent(LedgerCheckRunner::tell);
      metrics.verified(
          checks.latestDone(LedgerCheck.Kind.VERIFICATION),
          checks.latestSound(LedgerCheck.Kind.VERIFICATION));
      failing = false;
    } catch (RuntimeException e) {
      if (!failing) {
        LOG.log(Level.WARNING, "the checks of the ledger cannot be run; trying again", e);
      }
      failing = true;
    }
  }

  /** The head of the chain goes to the log: outside of the database, it bears witness. */
  private static void tell(LedgerCheck check) {
    var report = check.report();
    if (report == null) {
      return;
    }
    if (report.foundNothing()) {
      LOG.log(
          Level.INFO,
          "{0} {1} of the ledger found nothing wrong: {2}",
          new Object[] {check.kind(), check.id(), report.chain()});
    } else {
      LOG.log(
          Level.SEVERE,
          "{0} {1} of the ledger found {2} problems, the first: {3}",
          new Object[] {check.kind(), check.id(), report.problemCount(), report.problems().get(0)});
    }
  }
}

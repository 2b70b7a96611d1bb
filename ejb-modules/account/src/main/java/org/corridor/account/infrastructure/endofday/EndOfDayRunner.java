package org.corridor.account.infrastructure.endofday;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.corridor.account.application.BookInterest;
import org.corridor.account.application.EndDay;
import org.corridor.account.application.EndOfDayRun;
import org.corridor.account.application.EndOfDayRuns;
import org.corridor.account.application.RunEndOfDay;
import org.corridor.platform.schedule.Repeated;
import org.eclipse.microprofile.config.ConfigProvider;

/** Ends the days that were asked for, and asks for each one itself when its time has come. */
@Singleton
@Startup
@DependsOn({"AccountSchema", "PosterThreads"})
@Lock(LockType.READ)
@TransactionManagement(TransactionManagementType.BEAN)
public class EndOfDayRunner {

  private static final Logger LOG = Logger.getLogger(EndOfDayRunner.class.getName());
  private static final String AT = "corridor.account.end-of-day.at";
  private static final String DEFAULT_TIME = "00:30";
  private static final String OFF = "off";
  private static final long PAUSE_SECONDS = 1;

  @Resource private ManagedScheduledExecutorService threads;

  private final EndDay requests;
  private final RunEndOfDay runs;
  private final BookInterest booking;
  private final EndOfDayRuns known;
  private final EndOfDayMetrics metrics;
  private final Clock clock = Clock.systemUTC();
  private Schedule schedule;
  private ScheduledFuture<?> running;
  private boolean failing;

  @Inject
  public EndOfDayRunner(
      EndDay requests,
      RunEndOfDay runs,
      BookInterest booking,
      EndOfDayRuns known,
      EndOfDayMetrics metrics) {
    this.requests = requests;
    this.runs = runs;
    this.booking = booking;
    this.known = known;
    this.metrics = metrics;
  }

  /** For the container, which demands it to be public. */
  public EndOfDayRunner() {
    this(null, null, null, null, null);
  }

  /**
   * When days are asked for.
   *
   * @param at null for never
   */
  record Schedule(LocalTime at) {

    static Schedule of(String setting) {
      if (setting.equals(OFF)) {
        return new Schedule(null);
      }
      try {
        return new Schedule(LocalTime.parse(setting));
      } catch (DateTimeException e) {
        throw new IllegalArgumentException(AT + " must be a time such as 00:30, or off", e);
      }
    }

    /** A server that was down at the time does later what it has missed. */
    boolean isTime(LocalTime now) {
      return at != null && !now.isBefore(at);
    }

    /** The very first day is not begun by a server that happens to start, but at its time. */
    boolean mayBegin(LocalTime now) {
      return isTime(now) && Duration.between(at, now).toMinutes() == 0;
    }
  }

  @PostConstruct
  void start() {
    schedule =
        Schedule.of(
            ConfigProvider.getConfig().getOptionalValue(AT, String.class).orElse(DEFAULT_TIME));
    metrics.watch();
    running =
        threads.scheduleWithFixedDelay(
            new Repeated(this::turn), PAUSE_SECONDS, PAUSE_SECONDS, TimeUnit.SECONDS);
  }

  @PreDestroy
  void stop() {
    running.cancel(true);
  }

  /** An exception must not escape: the executor would never call again. */
  private void turn() {
    try {
      var now = LocalTime.now(clock);
      if (schedule.isTime(now)) {
        requests.requestDue(schedule.mayBegin(now));
      }
      booking.bookFresh();
      runs.runOpen().ifPresent(EndOfDayRunner::tell);
      metrics.tell(known.list(null, 1).stream().findFirst());
      failing = false;
    } catch (RuntimeException e) {
      if (!failing) {
        LOG.log(Level.WARNING, "the end of the day cannot be run; trying again", e);
      }
      failing = true;
    }
  }

  private static void tell(EndOfDayRun run) {
    LOG.log(
        Level.INFO,
        "the end of {0} is {1}: {2}",
        new Object[] {run.businessDate(), run.status(), run.summary()});
  }
}

package org.corridor.account.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.corridor.account.application.EndOfDayResult.AnotherRuns;
import org.corridor.account.application.EndOfDayResult.Forbidden;
import org.corridor.account.application.EndOfDayResult.Refused;
import org.corridor.account.application.EndOfDayResult.Requested;
import org.corridor.account.domain.endofday.BusinessCalendar;
import org.corridor.kernel.Caller;
import org.corridor.platform.events.Trail;
import org.corridor.platform.id.Ids;

/** Takes requests to end a business day, in their order, and tells how they went. */
@ApplicationScoped
public class EndDay {

  private static final String CLOCK_ITSELF = "schedule";

  private final EndOfDayRuns runs;
  private final Clock clock;

  public EndDay(EndOfDayRuns runs, Clock clock) {
    this.runs = runs;
    this.clock = clock;
  }

  @Inject
  public EndDay(EndOfDayRuns runs) {
    this(runs, Clock.systemUTC());
  }

  /** For the container's proxy. */
  protected EndDay() {
    this(null, null);
  }

  @Transactional
  public EndOfDayResult request(Caller caller, LocalDate day, Trail trail) {
    if (!AccountAccess.mayReadWholeLedger(caller)) {
      return new Forbidden("A day ends for all branches; you are bound to one.");
    }
    return request(day, caller.subject(), trail);
  }

  /**
   * Asks for the next day that is over and has not ended, as the clock does.
   *
   * @param mayBegin true if yesterday may be the very first day
   * @return empty if there is no such day
   */
  @Transactional
  public Optional<EndOfDayRun> requestDue(boolean mayBegin) {
    var today = LocalDate.now(clock);
    var calendar = runs.calendar();
    var isNew = calendar.last() == null;
    if (isNew && !mayBegin) {
      return Optional.empty();
    }
    var next = isNew ? today.minusDays(1) : calendar.next();
    if (!(calendar.end(next, today) instanceof BusinessCalendar.Begin)) {
      // a day that has failed waits for somebody to look at it
      return Optional.empty();
    }
    return request(next, CLOCK_ITSELF, Trail.of("end-of-day-" + next))
            instanceof Requested requested
        ? Optional.of(requested.run())
        : Optional.empty();
  }

  @Transactional
  public Optional<EndOfDayRun> byId(Caller caller, UUID id) {
    return AccountAccess.mayReadWholeLedger(caller) ? runs.find(id) : Optional.empty();
  }

  /** The latest day first, those before the given one; up to {@code limit}. */
  @Transactional
  public List<EndOfDayRun> list(Caller caller, LocalDate before, int limit) {
    return AccountAccess.mayReadWholeLedger(caller) ? runs.list(before, limit) : List.of();
  }

  private EndOfDayResult request(LocalDate day, String by, Trail trail) {
    var decision = runs.calendar().end(day, LocalDate.now(clock));
    if (decision instanceof BusinessCalendar.Refused refused) {
      return new Refused(refused.code(), refused.detail());
    }
    if (decision instanceof BusinessCalendar.AlreadyRunning running) {
      return new AnotherRuns(running.day());
    }
    if (decision instanceof BusinessCalendar.TryAgain) {
      return runs.reopen(day).<EndOfDayResult>map(Requested::new).orElse(new AnotherRuns(day));
    }
    var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var run = EndOfDayRun.requested(Ids.next(), day, by, trail.correlationId(), at);
    return runs.add(run) ? new Requested(run) : new AnotherRuns(day);
  }
}

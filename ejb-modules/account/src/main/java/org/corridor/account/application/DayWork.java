package org.corridor.account.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.corridor.platform.events.Trail;

/**
 * What the end of a day consists of. Everything here may be repeated, and done by two at the same
 * time: each effect is in the database once for each account and day, whoever wrote it.
 */
@ApplicationScoped
public class DayWork {

  private final InterestBook book;
  private final InterestAccounts counterparts;
  private final AccrueInterest accruing;
  private final BookInterest booking;
  private final MarkDormant sleeping;

  @Inject
  public DayWork(
      InterestBook book,
      InterestAccounts counterparts,
      AccrueInterest accruing,
      BookInterest booking,
      MarkDormant sleeping) {
    this.book = book;
    this.counterparts = counterparts;
    this.accruing = accruing;
    this.booking = booking;
    this.sleeping = sleeping;
  }

  /** For the container's proxy. */
  protected DayWork() {
    this(null, null, null, null, null);
  }

  /** To be done before any step. */
  public void prepare(LocalDate day) {
    book.awaitPostingsUnderWay();
    counterparts.open(book.currencies(), trail(day));
  }

  /**
   * What the step has to do.
   *
   * @param after the last id of the page before; null for the first page
   */
  public List<UUID> page(DayStep step, LocalDate day, UUID after, int limit) {
    return switch (step) {
      case ACCRUE -> accruing.bearing(day, after, limit);
      case CAPITALISE -> accruing.due(day, after, limit);
      case BOOK -> booking.unbooked(day, after, limit);
      case SLEEP -> sleeping.candidates(day, after, limit);
    };
  }

  /** Does it; when this returns, it is committed. */
  public void work(DayStep step, LocalDate day, List<UUID> ids) {
    switch (step) {
      case ACCRUE -> accruing.accrue(day, ids);
      case CAPITALISE -> accruing.capitalise(day, ids);
      case BOOK -> booking.book(ids, trail(day));
      case SLEEP -> ids.forEach(id -> sleeping.mark(day, id, trail(day)));
    }
  }

  private static Trail trail(LocalDate day) {
    return Trail.of("end-of-day-" + day);
  }
}

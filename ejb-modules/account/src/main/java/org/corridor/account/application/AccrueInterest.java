package org.corridor.account.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.corridor.account.domain.interest.Capitalisation;
import org.corridor.platform.id.Ids;

/** Lets a day's interest accrue, and makes payments of it where a period ends. */
@ApplicationScoped
public class AccrueInterest {

  private final InterestBook book;

  @Inject
  public AccrueInterest(InterestBook book) {
    this.book = book;
  }

  /** For the container's proxy. */
  protected AccrueInterest() {
    this(null);
  }

  public List<UUID> bearing(LocalDate day, UUID after, int limit) {
    return book.bearing(day, after, limit);
  }

  public void accrue(LocalDate day, List<UUID> accountIds) {
    book.accrue(day, accountIds, balance -> balance.terms().on(day, balance.booked()));
  }

  /** Those for which a period ends on the day. */
  public List<UUID> due(LocalDate day, UUID after, int limit) {
    var due =
        Arrays.stream(Capitalisation.values())
            .filter(period -> period.isDue(day))
            .collect(Collectors.toSet());
    return due.isEmpty() ? List.of() : book.bearing(day, due, after, limit);
  }

  public void capitalise(LocalDate day, List<UUID> accountIds) {
    book.capitalise(day, accountIds, open -> open.capitalise(Ids.next(), day));
  }
}

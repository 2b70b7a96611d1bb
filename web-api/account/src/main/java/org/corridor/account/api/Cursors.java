package org.corridor.account.api;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.corridor.account.application.StatementWindow;
import org.corridor.web.http.Queries;
import org.corridor.web.paging.Page;

/** Cursors of lists that are in another order than that of ids. */
final class Cursors {

  private Cursors() {}

  /** The day that a cursor of ours carries; null for none. */
  static LocalDate day(String cursor) {
    return Page.position(cursor, position -> possible(LocalDate.parse(position)));
  }

  /** The place of an entry that a cursor of a statement carries; null for none. */
  static StatementWindow.Place entry(String cursor) {
    return Page.position(cursor, Cursors::place);
  }

  static String of(StatementWindow.Place place) {
    return place.bookedAt() + "/" + place.seq();
  }

  private static StatementWindow.Place place(String position) {
    var slash = position.indexOf('/');
    if (slash < 0) {
      throw new IllegalArgumentException("not a place in a statement");
    }
    var bookedAt = Instant.parse(position.substring(0, slash));
    possible(LocalDate.ofInstant(bookedAt, ZoneOffset.UTC));
    return new StatementWindow.Place(bookedAt, Long.parseLong(position.substring(slash + 1)));
  }

  private static LocalDate possible(LocalDate day) {
    if (!Queries.isPossible(day)) {
      throw new IllegalArgumentException("no day of anything here");
    }
    return day;
  }
}

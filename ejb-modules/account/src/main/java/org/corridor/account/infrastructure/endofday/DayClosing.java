package org.corridor.account.infrastructure.endofday;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.corridor.account.application.EndOfDayRun;
import org.corridor.account.application.EndOfDayRun.Summary;
import org.corridor.account.domain.endofday.DayEnded;
import org.corridor.account.infrastructure.AccountEvents;
import org.corridor.platform.events.Trail;
import org.corridor.platform.json.Json;

/** Says that a day is done, once, with its event. */
final class DayClosing {

  private static final String SUMMARY =
      """
      select (select count(*) from interest_accrual where business_date = ?),
             (select count(*) from interest_payment where business_date = ?),
             (select count(*) from interest_payment
               where booked_at is null and business_date <= ?)
      """;
  private static final String DONE =
      "update end_of_day_run set status = 'DONE', finished_at = now(), failure = null,"
          + " retry_at = null, summary = ?::json where id = ? and status = 'RUNNING'";

  /**
   * @param connection outside of any transaction
   */
  void close(Connection connection, EndOfDayRun run) throws SQLException {
    connection.setAutoCommit(false);
    try {
      var summary = summary(connection, run.businessDate());
      if (markDone(connection, run, summary)) {
        append(connection, run, summary);
      }
      connection.commit();
    } finally {
      // undoes nothing after a commit
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  private static Summary summary(Connection connection, LocalDate day) throws SQLException {
    try (var select = connection.prepareStatement(SUMMARY)) {
      for (var index = 1; index <= 3; index++) {
        select.setObject(index, day);
      }
      try (var rows = select.executeQuery()) {
        rows.next();
        return new Summary(rows.getLong(1), rows.getLong(2), rows.getLong(3));
      }
    }
  }

  private static boolean markDone(Connection connection, EndOfDayRun run, Summary summary)
      throws SQLException {
    try (var update = connection.prepareStatement(DONE)) {
      update.setString(1, Json.write(summary));
      update.setObject(2, run.id());
      return update.executeUpdate() == 1;
    }
  }

  private static void append(Connection connection, EndOfDayRun run, Summary summary) {
    var event =
        new DayEnded(
            run.id(),
            run.businessDate(),
            summary.accrued(),
            summary.capitalised(),
            summary.unbooked());
    AccountEvents.store()
        .append(
            connection,
            "end-of-day/" + run.businessDate(),
            0,
            List.of(event),
            Instant.now().truncatedTo(ChronoUnit.MICROS),
            Trail.of(run.correlationId()));
  }
}

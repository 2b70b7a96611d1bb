package org.corridor.account.infrastructure.interest;

import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.corridor.account.infrastructure.Statements;

/**
 * Postings that were begun before a day was over and are not committed yet. Their instant of
 * booking was taken at their beginning, so what a day has come to is known only after them.
 */
final class PostingsUnderWay {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final long PAUSE_MILLIS = 100;

  private final Statements statements;

  PostingsUnderWay(DataSource dataSource) {
    statements = new Statements(dataSource);
  }

  /**
   * @throws IllegalStateException if they do not end
   */
  void await() {
    var deadline = Instant.now().plus(PATIENCE);
    var now =
        statements.work(
            InterestSql.MY_TRANSACTION,
            select -> Statements.rows(select, row -> row.getString(1)).get(0));
    while (!statements.yes(InterestSql.OLDER_HAVE_ENDED, select -> select.setString(1, now))) {
      if (Instant.now().isAfter(deadline)) {
        throw new IllegalStateException("a transaction does not end; no day can end before it");
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while postings end", e);
    }
  }
}

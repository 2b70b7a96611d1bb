package org.corridor.dev.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.corridor.dev.Context;
import org.corridor.dev.PostgresServer;

/**
 * The events of what was measured that have not left yet. They must have before the next workload,
 * which would pay for them otherwise; and how long that takes belongs to what was measured.
 */
final class Backlog {

  private static final List<Context> MOVING_MONEY = List.of(Context.ACCOUNT, Context.TRANSACTION);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration WORTH_TELLING = Duration.ofSeconds(2);
  private static final Duration AT_MOST = Duration.ofMinutes(15);
  private static final String WAITING =
      "select exists (select from event e, relay_cursor c where c.relay = 'events' and (e.xid >= c.high"
          + " or e.xid >= c.low and e.xid < c.high and e.position > c.position))";

  private final PostgresServer postgres;
  private final Report report;

  Backlog(PostgresServer postgres, Report report) {
    this.postgres = postgres;
    this.report = report;
  }

  /** Lets no event leave until it is closed. */
  Held hold() throws SQLException {
    var held = new Held(new ArrayList<>());
    for (var context : MOVING_MONEY) {
      var connection = postgres.connectAsSuperuser(context.id());
      held.locks().add(connection);
      connection.setAutoCommit(false);
      try (var lock = connection.createStatement()) {
        lock.execute("select from relay_cursor where relay = 'events' for update");
      }
    }
    return held;
  }

  /** The cursors of the relays, which pass over one that is locked. */
  record Held(List<Connection> locks) implements AutoCloseable {

    @Override
    public void close() throws SQLException {
      for (var lock : locks) {
        lock.close();
      }
    }
  }

  /** Waits until all events have left; says so if it took a while. */
  void clear() throws SQLException {
    var took = await();
    if (took.compareTo(WORTH_TELLING) > 0) {
      report.say("%-34s the last event left %d s later", "", took.toSeconds());
    }
  }

  /** Waits until all events have left, and gives how long that took. */
  Duration await() throws SQLException {
    var start = System.nanoTime();
    for (var context : MOVING_MONEY) {
      while (waits(context)) {
        if (since(start).compareTo(AT_MOST) > 0) {
          throw new IllegalStateException("the events of " + context.id() + " do not leave");
        }
        sleep();
      }
    }
    return since(start);
  }

  private boolean waits(Context context) throws SQLException {
    try (var connection = postgres.connectAsSuperuser(context.id());
        var select = connection.createStatement();
        var rows = select.executeQuery(WAITING)) {
      rows.next();
      return rows.getBoolean(1);
    }
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private static void sleep() {
    try {
      Thread.sleep(POLL.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}

package org.corridor.dev.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * An open loop: requests come at a given rate, whether the earlier ones were answered or not, as
 * they do from people. A request's latency counts from when it was to be sent, so a server that
 * stalls does not hide it by slowing down those who ask ("coordinated omission").
 *
 * <p>There are only so many clients. A request that finds none free waits for one, and is given up
 * if that takes too long, as people do.
 */
final class OpenLoop {

  /** So that all clients are there when the first request is due. */
  private static final Duration AHEAD = Duration.ofSeconds(1);

  private final List<? extends LoadClient> clients;
  private final double perSecond;
  private final Duration patience;

  /**
   * @param patience how late a request may be sent
   */
  OpenLoop(List<? extends LoadClient> clients, double perSecond, Duration patience) {
    this.clients = clients;
    this.perSecond = perSecond;
    this.patience = patience;
  }

  /**
   * What was measured.
   *
   * @param offered requests that were to be sent
   * @param done latencies of those that were done
   * @param inTime of these, how many were done before the end
   * @param refused latencies of those that were refused, and told when to come again
   * @param failed those that got any other answer, or none
   * @param givenUp those that were never sent, since no client was free in time
   */
  record Measured(
      Duration howLong,
      long offered,
      Latencies.Summary done,
      long inTime,
      Latencies.Summary refused,
      long failed,
      long givenUp) {

    double perSecond(long count) {
      return count * 1e9 / howLong.toNanos();
    }
  }

  Measured run(Duration howLong) {
    var offered = Math.round(perSecond * howLong.toNanos() / 1e9);
    var next = new AtomicLong();
    var start = System.nanoTime() + AHEAD.toNanos();
    var end = start + howLong.toNanos();
    var tasks = new ArrayList<Callable<Tally>>();
    for (var client : clients) {
      tasks.add(() -> loop(client, next, offered, start, end));
    }
    var tallies = ClosedLoop.together(tasks);
    return new Measured(
        howLong,
        offered,
        Latencies.summary(tallies.stream().map(tally -> tally.done).toList()),
        tallies.stream().mapToLong(tally -> tally.inTime).sum(),
        Latencies.summary(tallies.stream().map(tally -> tally.refused).toList()),
        tallies.stream().mapToLong(tally -> tally.failed).sum(),
        tallies.stream().mapToLong(tally -> tally.givenUp).sum());
  }

  /** What one client counts. */
  private static final class Tally {
    private final Latencies done = new Latencies();
    private final Latencies refused = new Latencies();
    private long inTime;
    private long failed;
    private long givenUp;
  }

  private Tally loop(LoadClient client, AtomicLong next, long offered, long start, long end) {
    var tally = new Tally();
    for (var number = next.getAndIncrement(); number < offered; number = next.getAndIncrement()) {
      var due = start + Math.round(number * 1e9 / perSecond);
      awaitTime(due);
      if (System.nanoTime() - due > patience.toNanos()) {
        tally.givenUp++;
      } else {
        send(client, due, end, tally);
      }
    }
    return tally;
  }

  private static void send(LoadClient client, long due, long end, Tally tally) {
    try {
      var result = client.send();
      var now = System.nanoTime();
      var took = now - due;
      switch (result) {
        case DONE -> {
          tally.done.add(took);
          tally.inTime += now <= end ? 1 : 0;
        }
        case REFUSED -> tally.refused.add(took);
        case FAILED -> tally.failed++;
      }
    } catch (IOException e) {
      // a connection that the server did not keep up is one more way to fail
      tally.failed++;
    }
  }

  private static void awaitTime(long due) {
    for (var left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}

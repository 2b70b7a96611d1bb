package org.corridor.dev.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import org.corridor.dev.benchmark.EventLoop.Caller;
import org.corridor.dev.benchmark.LoadClient.Result;

/**
 * An open loop: requests come at a given rate, whether the earlier ones were answered or not, as
 * they do from people. A request's latency counts from when it was to be sent, so a server that
 * stalls does not hide it by slowing down those who ask ("coordinated omission").
 *
 * <p>There are only so many clients. A request that finds none free waits for one, and is given up
 * if that takes too long, as people do.
 */
final class OpenLoop {

  /** So that the threads are there when the first request is due. */
  private static final Duration AHEAD = Duration.ofSeconds(1);

  private final List<HttpLoadClient> clients;
  private final double perSecond;
  private final Duration patience;

  /**
   * @param patience how late a request may be sent
   */
  OpenLoop(List<HttpLoadClient> clients, double perSecond, Duration patience) {
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
    var start = System.nanoTime() + AHEAD.toNanos();
    var end = start + howLong.toNanos();
    var shares = ClosedLoop.shares(clients);
    var tasks = new ArrayList<Callable<Tally>>();
    for (var share : shares) {
      var first = tasks.size();
      tasks.add(() -> new Share(share, start, end).run(first, shares.size(), offered));
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

  /**
   * One thread for a part of the clients, and for as great a part of the requests: every so
   * many-th.
   */
  private final class Share implements EventLoop.Listener {
    private final Deque<Caller> free = new ArrayDeque<>();
    private final Tally tally = new Tally();
    private final long start;
    private final long end;

    Share(List<HttpLoadClient> clients, long start, long end) {
      clients.forEach(client -> free.add(new Caller(client)));
      this.start = start;
      this.end = end;
    }

    Tally run(long first, long step, long offered) throws IOException {
      try (var loop = new EventLoop(this)) {
        var next = first;
        while (next < offered || loop.waiting() > 0) {
          while (next < offered && !free.isEmpty() && due(next) <= System.nanoTime()) {
            send(loop, due(next));
            next += step;
          }
          if (next < offered && !free.isEmpty()) {
            loop.await(Duration.ofNanos(Math.max(0, due(next) - System.nanoTime())));
          } else if (loop.waiting() > 0) {
            loop.awaitAnswer();
          }
        }
        return tally;
      }
    }

    private long due(long number) {
      return start + Math.round(number * 1e9 / perSecond);
    }

    private void send(EventLoop loop, long due) throws IOException {
      if (System.nanoTime() - due > patience.toNanos()) {
        tally.givenUp++;
      } else {
        loop.start(free.remove(), due);
      }
    }

    @Override
    public void answered(Caller caller, Result result) {
      var now = System.nanoTime();
      var took = now - caller.since();
      switch (result) {
        case DONE -> {
          tally.done.add(took);
          tally.inTime += now <= end ? 1 : 0;
        }
        case REFUSED -> tally.refused.add(took);
        case FAILED -> tally.failed++;
      }
      free.add(caller);
    }

    /** A connection that the server did not keep up is one more way to fail. */
    @Override
    public void broken(Caller caller, IOException how) {
      tally.failed++;
      free.add(caller);
    }
  }
}

package org.corridor.dev.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** A closed loop: each client sends its next request when it has the answer to the one before. */
final class Load {

  private Load() {}

  /** One request of one client; it throws if the answer is not the one expected. */
  @FunctionalInterface
  interface Request {
    void send(int client);
  }

  /**
   * What was measured.
   *
   * @param perSecond requests a second, of all clients together
   * @param p50Nanos half of the requests took no longer
   */
  record Measured(double perSecond, long p50Nanos, long p99Nanos) {}

  /** Sends for as long as told; only requests that were answered within that time count. */
  static Measured run(int clients, Duration howLong, Request request) {
    var pool = Executors.newFixedThreadPool(clients);
    try {
      var start = System.nanoTime();
      var end = start + howLong.toNanos();
      var tasks = new ArrayList<Callable<long[]>>();
      for (var client = 0; client < clients; client++) {
        var number = client;
        tasks.add(() -> loop(number, end, request));
      }
      var all = new ArrayList<long[]>();
      for (var done : pool.invokeAll(tasks)) {
        all.add(done.get());
      }
      return summary(all, howLong);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while measuring", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a request failed while measuring", e.getCause());
    } finally {
      pool.shutdownNow();
    }
  }

  private static long[] loop(int client, long end, Request request) {
    var latencies = new long[1024];
    var count = 0;
    var before = System.nanoTime();
    while (before < end) {
      request.send(client);
      var after = System.nanoTime();
      if (after <= end) {
        if (count == latencies.length) {
          latencies = Arrays.copyOf(latencies, count * 2);
        }
        latencies[count++] = after - before;
      }
      before = after;
    }
    return Arrays.copyOf(latencies, count);
  }

  private static Measured summary(List<long[]> all, Duration howLong) {
    var sorted = all.stream().flatMapToLong(Arrays::stream).sorted().toArray();
    if (sorted.length == 0) {
      throw new IllegalStateException("no request was answered in time");
    }
    return new Measured(
        sorted.length * 1e9 / howLong.toNanos(),
        sorted[sorted.length / 2],
        sorted[(int) Math.min(sorted.length - 1L, sorted.length * 99L / 100)]);
  }
}

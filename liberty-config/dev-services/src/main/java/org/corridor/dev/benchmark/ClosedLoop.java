package org.corridor.dev.benchmark;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.corridor.dev.benchmark.EventLoop.Caller;
import org.corridor.dev.benchmark.LoadClient.Result;

/**
 * A closed loop: each client sends its next request when it has the answer to the one before. What
 * it measures is the rate at saturation, and latencies at that rate.
 */
final class ClosedLoop {

  /** Of those who need not wait for answers; as many as {@code pgbench} has. */
  private static final int THREADS = 2;

  private ClosedLoop() {}

  /** What was measured; a request that was answered after the end does not count. */
  record Measured(double perSecond, Latencies.Summary latencies) {

    /** The rate of what each request is about so many of. */
    Measured times(int each) {
      return new Measured(perSecond * each, latencies);
    }
  }

  /**
   * @throws IllegalStateException if a request is answered with anything but that it is done
   */
  static Measured run(List<? extends LoadClient> clients, Duration howLong) {
    return measured(latencies(clients, howLong), howLong);
  }

  /** The same, for several runs that are to count as one. */
  static List<Latencies> latencies(List<? extends LoadClient> clients, Duration howLong) {
    var end = System.nanoTime() + howLong.toNanos();
    var tasks = new ArrayList<Callable<Latencies>>();
    var http = new ArrayList<HttpLoadClient>();
    for (var client : clients) {
      if (client instanceof HttpLoadClient one) {
        http.add(one);
      } else {
        tasks.add(() -> loop(client, end));
      }
    }
    shares(http).forEach(share -> tasks.add(() -> new Share(end).run(share)));
    return together(tasks);
  }

  /** The clients of one thread. */
  private static final class Share implements EventLoop.Listener {
    private final long end;
    private final Latencies latencies = new Latencies();
    private EventLoop loop;

    Share(long end) {
      this.end = end;
    }

    Latencies run(List<HttpLoadClient> clients) throws IOException {
      try (var opened = new EventLoop(this)) {
        loop = opened;
        for (var client : clients) {
          goOn(new Caller(client));
        }
        while (loop.waiting() > 0) {
          loop.awaitAnswer();
        }
        return latencies;
      }
    }

    private void goOn(Caller caller) throws IOException {
      var now = System.nanoTime();
      if (now < end) {
        loop.start(caller, now);
      }
    }

    @Override
    public void answered(Caller caller, Result result) throws IOException {
      var now = System.nanoTime();
      requireDone(result, caller);
      if (now <= end) {
        latencies.add(now - caller.since());
      }
      goOn(caller);
    }

    @Override
    public void broken(Caller caller, IOException how) throws IOException {
      throw how;
    }
  }

  private static void requireDone(Result result, Object client) {
    if (result != Result.DONE) {
      throw new IllegalStateException("not done while measuring: " + client);
    }
  }

  /** As many for the one thread as for the other. */
  static <T> Collection<List<T>> shares(List<T> clients) {
    return IntStream.range(0, clients.size())
        .boxed()
        .collect(groupingBy(nth -> nth % THREADS, mapping(clients::get, toList())))
        .values();
  }

  /**
   * @param howLong all runs took
   */
  static Measured measured(List<Latencies> latencies, Duration howLong) {
    var summary = Latencies.summary(latencies);
    if (summary.count() == 0) {
      throw new IllegalStateException("no request was answered within " + howLong);
    }
    return new Measured(summary.count() * 1e9 / howLong.toNanos(), summary);
  }

  /** Opens the connections, all at once. */
  static void open(List<? extends LoadClient> clients) {
    var tasks = new ArrayList<Callable<LoadClient>>();
    for (var client : clients) {
      tasks.add(
          () -> {
            client.open();
            return client;
          });
    }
    together(tasks);
  }

  static void close(List<? extends LoadClient> clients) {
    try {
      for (var client : clients) {
        client.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Latencies loop(LoadClient client, long end) throws IOException {
    var latencies = new Latencies();
    var before = System.nanoTime();
    while (before < end) {
      var result = client.send();
      var after = System.nanoTime();
      requireDone(result, client);
      if (after <= end) {
        latencies.add(after - before);
      }
      before = after;
    }
    return latencies;
  }

  /** Each on a thread of its own. */
  static <T> List<T> together(List<Callable<T>> tasks) {
    var pool = Executors.newFixedThreadPool(tasks.size());
    try {
      var results = new ArrayList<T>();
      for (var done : pool.invokeAll(tasks)) {
        results.add(done.get());
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while measuring", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a client failed while measuring", e.getCause());
    } finally {
      pool.shutdownNow();
    }
  }
}

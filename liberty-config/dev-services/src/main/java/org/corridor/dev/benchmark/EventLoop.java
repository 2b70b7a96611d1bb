package org.corridor.dev.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.List;
import org.corridor.dev.benchmark.LoadClient.Result;

/**
 * One thread for many clients, each of which sends its next request when it has the answer to the
 * one before. A thread for each would be woken for each answer, and take from the server what it
 * measures.
 */
final class EventLoop {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final List<HttpLoadClient> clients;
  private final long end;
  private final Latencies latencies = new Latencies();
  private int waiting;

  /** A client that waits for an answer. */
  private static final class Waiting {
    private final HttpLoadClient client;
    private long since;

    Waiting(HttpLoadClient client) {
      this.client = client;
    }
  }

  /**
   * @param end when no more requests are sent, and no more answers counted
   */
  EventLoop(List<HttpLoadClient> clients, long end) {
    this.clients = clients;
    this.end = end;
  }

  /**
   * @throws IllegalStateException if a request is answered with anything but that it is done
   */
  Latencies run() throws IOException {
    try (var selector = Selector.open()) {
      for (var client : clients) {
        startNext(selector, new Waiting(client));
      }
      while (waiting > 0) {
        if (selector.select(this::answer, PATIENCE.toMillis()) == 0) {
          throw new SocketTimeoutException("no answer for " + PATIENCE);
        }
      }
      return latencies;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void answer(SelectionKey key) {
    try {
      var one = (Waiting) key.attachment();
      var result = one.client.receive();
      if (result.isPresent()) {
        waiting--;
        count(one, result.get());
        startNext(key.selector(), one);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void count(Waiting one, Result result) {
    var now = System.nanoTime();
    if (result != Result.DONE) {
      throw new IllegalStateException("not done while measuring: " + one.client);
    }
    if (now <= end) {
      latencies.add(now - one.since);
    }
  }

  private void startNext(Selector selector, Waiting one) throws IOException {
    one.since = System.nanoTime();
    if (one.since < end) {
      one.client.start();
      // a connection that was closed has become another
      if (one.client.channel().keyFor(selector) == null) {
        one.client.channel().register(selector, SelectionKey.OP_READ, one);
      }
      waiting++;
    }
  }
}

package org.corridor.dev.benchmark;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.Optional;
import org.corridor.dev.benchmark.LoadClient.Result;

/**
 * One thread for many clients. A thread for each would be woken for each answer, and take from the
 * server what it measures.
 */
final class EventLoop implements Closeable {

  /** A client of the loop, and since when it waits for its answer. */
  static final class Caller {
    private final HttpLoadClient client;
    private long since;

    Caller(HttpLoadClient client) {
      this.client = client;
    }

    /** As it was told when it started; by {@link System#nanoTime}. */
    long since() {
      return since;
    }

    @Override
    public String toString() {
      return client.toString();
    }
  }

  /** Is told of each request that has started once, and may start the next one. */
  interface Listener {

    void answered(Caller caller, Result result) throws IOException;

    /** The connection is closed; it is opened again for the next request. */
    void broken(Caller caller, IOException how) throws IOException;
  }

  private final Selector selector;
  private final Listener listener;
  private int waiting;

  EventLoop(Listener listener) throws IOException {
    this.selector = Selector.open();
    this.listener = listener;
  }

  /** Sends the caller's next request. */
  void start(Caller caller, long since) throws IOException {
    caller.since = since;
    waiting++;
    try {
      caller.client.start();
    } catch (IOException e) {
      waiting--;
      listener.broken(caller, e);
      return;
    }
    // a connection that was closed has become another
    if (caller.client.channel().keyFor(selector) == null) {
      caller.client.channel().register(selector, SelectionKey.OP_READ, caller);
    }
  }

  /** How many requests have no answer yet. */
  int waiting() {
    return waiting;
  }

  /** Waits until something of an answer has come, or for so long. */
  void await(Duration atMost) throws IOException {
    select(atMost);
  }

  /**
   * Waits until something of an answer has come.
   *
   * @throws SocketTimeoutException if nothing comes
   */
  void awaitAnswer() throws IOException {
    if (select(HttpConnection.PATIENCE) == 0) {
      throw new SocketTimeoutException("no answer for " + HttpConnection.PATIENCE);
    }
  }

  private int select(Duration atMost) throws IOException {
    try {
      return selector.select(this::receive, Math.max(1, atMost.toMillis()));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void receive(SelectionKey key) {
    try {
      receive((Caller) key.attachment());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void receive(Caller caller) throws IOException {
    Optional<Result> result;
    try {
      result = caller.client.receive();
    } catch (IOException e) {
      waiting--;
      listener.broken(caller, e);
      return;
    }
    if (result.isPresent()) {
      waiting--;
      listener.answered(caller, result.get());
    }
  }

  @Override
  public void close() throws IOException {
    selector.close();
  }
}

package org.corridor.dev.benchmark;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/** Sends requests over a connection of its own; it can be asked not to wait for the answers. */
final class HttpLoadClient implements LoadClient {

  private static final int UNAVAILABLE = 503;

  private final HttpConnection connection;
  private final Supplier<byte[]> requests;
  private final int done;

  /**
   * @param requests gives the bytes of the next one, which are good until it is asked again
   * @param done the status that says that it was done
   */
  HttpLoadClient(URI base, SSLContext tls, Supplier<byte[]> requests, int done) {
    this.connection = new HttpConnection(base, tls);
    this.requests = requests;
    this.done = done;
  }

  @Override
  public void open() throws IOException {
    connection.open();
  }

  @Override
  public Result send() throws IOException {
    connection.exchange(requests.get());
    return result();
  }

  /** Sends the next request; {@link #receive} tells what became of it. */
  void start() throws IOException {
    connection.send(requests.get());
  }

  /** Empty until the whole answer has come; does not wait for it. */
  Optional<Result> receive() throws IOException {
    return connection.receive() ? Optional.of(result()) : Optional.empty();
  }

  /** For a selector: readable when something of an answer has come. Another after each close. */
  SocketChannel channel() {
    return connection.channel();
  }

  private Result result() {
    if (connection.status() == done) {
      return Result.DONE;
    }
    return connection.status() == UNAVAILABLE && connection.saidRetryAfter()
        ? Result.REFUSED
        : Result.FAILED;
  }

  @Override
  public void close() throws IOException {
    connection.close();
  }

  /** For the message on an answer that was not expected. */
  @Override
  public String toString() {
    return "status " + connection.status();
  }
}

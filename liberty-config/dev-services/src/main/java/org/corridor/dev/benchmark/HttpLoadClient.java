package org.corridor.dev.benchmark;

import java.io.IOException;
import java.net.URI;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.corridor.dev.benchmark.LoadClient.Result;

/** Sends requests made from one template over a connection of its own. */
final class HttpLoadClient implements LoadClient {

  private static final int CREATED = 201;
  private static final int UNAVAILABLE = 503;

  private final HttpConnection connection;
  private final Supplier<String> token;
  private final Function<String, RequestTemplate> template;
  private final Consumer<RequestTemplate> ids;
  private String authorizedBy;
  private RequestTemplate request;
  private int status;

  /**
   * @param token the one that is good now
   * @param template made anew for each new token
   * @param ids puts the ids of the next request into it
   */
  HttpLoadClient(
      URI base,
      SSLContext tls,
      Supplier<String> token,
      Function<String, RequestTemplate> template,
      Consumer<RequestTemplate> ids) {
    this.connection = new HttpConnection(base, tls);
    this.token = token;
    this.template = template;
    this.ids = ids;
  }

  @Override
  public void open() throws IOException {
    connection.open();
  }

  @Override
  public Result send() throws IOException {
    var now = token.get();
    if (!now.equals(authorizedBy)) {
      request = template.apply(now);
      authorizedBy = now;
    }
    ids.accept(request);
    status = connection.exchange(request.bytes());
    if (status == CREATED) {
      return Result.DONE;
    }
    return status == UNAVAILABLE && connection.saidRetryAfter() ? Result.REFUSED : Result.FAILED;
  }

  @Override
  public void close() throws IOException {
    connection.close();
  }

  /** For the message on an answer that was not expected. */
  @Override
  public String toString() {
    return "status " + status;
  }
}

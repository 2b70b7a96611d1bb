package org.corridor.notification.infrastructure.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.corridor.notification.application.webhook.WebhookCalls;
import org.corridor.notification.domain.webhook.CallResult;
import org.corridor.notification.domain.webhook.CallResult.NotReached;
import org.corridor.notification.infrastructure.webhook.ResolvingGuard.Forbidden;

/**
 * Calls by HTTP/1.1 over TLS, one connection each, to an address that the guard has looked at: the
 * JDK's own clients would ask for the name again. The certificate must be for the name. Redirects
 * are an answer like others; nobody is followed anywhere.
 */
@ApplicationScoped
public class HttpsCalls implements WebhookCalls {

  private static final Logger LOG = Logger.getLogger(HttpsCalls.class.getName());

  private final WebhookSettings settings;
  private final ResolvingGuard guard;
  private final SSLSocketFactory tls;

  @Inject
  public HttpsCalls(WebhookSettings settings, ResolvingGuard guard) {
    this(settings, guard, trustOfThisServer());
  }

  HttpsCalls(WebhookSettings settings, ResolvingGuard guard, SSLSocketFactory tls) {
    this.settings = settings;
    this.guard = guard;
    this.tls = tls;
  }

  /** For the container's proxy. */
  protected HttpsCalls() {
    this(null, null, null);
  }

  @Override
  public CallResult post(String url, Map<String, String> headers, String body) {
    var deadline = Deadline.in(settings.timeout());
    try {
      return post(URI.create(url), headers, body, deadline);
    } catch (Forbidden e) {
      return new NotReached("address-refused");
    } catch (UnknownHostException e) {
      return new NotReached("name-unknown");
    } catch (SocketTimeoutException e) {
      return new NotReached("timeout");
    } catch (SSLException e) {
      LOG.log(Level.FINE, "no TLS with a webhook endpoint", e);
      return new NotReached(deadline.isOver() ? "timeout" : "tls-failed");
    } catch (IOException e) {
      LOG.log(Level.FINE, "a webhook endpoint cannot be reached", e);
      return new NotReached(deadline.isOver() ? "timeout" : "unreachable");
    }
  }

  private CallResult post(URI url, Map<String, String> headers, String body, Deadline deadline)
      throws IOException, Forbidden {
    var addresses = guard.addresses(url);
    try (var plain = connect(addresses, ResolvingGuard.port(url), deadline);
        var socket = encrypted(plain, url, deadline)) {
      var content = body.getBytes(StandardCharsets.UTF_8);
      var out = socket.getOutputStream();
      out.write(head(url, headers, content.length).getBytes(StandardCharsets.US_ASCII));
      out.write(content);
      out.flush();
      return HttpAnswer.read(() -> readByte(socket, deadline)).result();
    }
  }

  /** Whoever sends a byte now and then does not get more time by that. */
  private static int readByte(SSLSocket socket, Deadline deadline) throws IOException {
    socket.setSoTimeout(deadline.millisecondsLeft());
    return socket.getInputStream().read();
  }

  /** The first address that answers, within the time for all of them. */
  private Socket connect(List<InetAddress> addresses, int port, Deadline deadline)
      throws IOException {
    var connecting = deadline.atMost(settings.connectTimeout());
    IOException last = null;
    for (var address : addresses) {
      var socket = new Socket();
      try {
        socket.connect(new InetSocketAddress(address, port), connecting.millisecondsLeft());
        return socket;
      } catch (IOException e) {
        socket.close();
        last = e;
      }
    }
    throw last;
  }

  private SSLSocket encrypted(Socket plain, URI url, Deadline deadline) throws IOException {
    var host = ResolvingGuard.bare(url.getHost());
    var socket = (SSLSocket) tls.createSocket(plain, host, ResolvingGuard.port(url), true);
    var parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    if (!host.contains(":") && !host.matches("[0-9.]+")) {
      parameters.setServerNames(List.of(new SNIHostName(host)));
    }
    socket.setSSLParameters(parameters);
    socket.setSoTimeout(deadline.millisecondsLeft());
    socket.startHandshake();
    return socket;
  }

  private static String head(URI url, Map<String, String> headers, int length) {
    var path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    var query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
    var all = new LinkedHashMap<String, String>();
    all.put("Host", url.getPort() < 0 ? url.getHost() : url.getHost() + ":" + url.getPort());
    all.put("User-Agent", "Corridor-Webhooks/1");
    all.put("Accept", "*/*");
    all.put("Connection", "close");
    all.put("Content-Type", "application/json");
    all.put("Content-Length", Integer.toString(length));
    all.putAll(headers);
    var head = new StringBuilder("POST " + path + query + " HTTP/1.1\r\n");
    all.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    return head.append("\r\n").toString();
  }

  private static SSLSocketFactory trustOfThisServer() {
    try {
      return SSLContext.getDefault().getSocketFactory();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this server trusts nobody", e);
    }
  }

  /** The time that there is for a call. */
  record Deadline(long nanoTime) {

    static Deadline in(Duration duration) {
      return new Deadline(System.nanoTime() + duration.toNanos());
    }

    Deadline atMost(Duration duration) {
      var other = in(duration);
      return other.nanoTime - nanoTime < 0 ? other : this;
    }

    boolean isOver() {
      return nanoTime - System.nanoTime() <= 0;
    }

    /**
     * @throws SocketTimeoutException if none is left
     */
    int millisecondsLeft() throws SocketTimeoutException {
      var left = Duration.ofNanos(nanoTime - System.nanoTime()).toMillis();
      if (left <= 0) {
        throw new SocketTimeoutException("the time for the call is over");
      }
      return (int) left;
    }
  }
}

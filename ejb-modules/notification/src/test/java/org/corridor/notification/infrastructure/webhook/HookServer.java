package org.corridor.notification.infrastructure.webhook;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** A customer's system on the loopback interface: takes calls by HTTPS and answers as told. */
final class HookServer implements AutoCloseable {

  private static final char[] PASSWORD = "only-for-tests".toCharArray();

  private final HttpsServer server;
  private final SSLSocketFactory trust;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private volatile Behaviour behaviour = status(200);

  /** A call as it came. */
  record Call(Headers headers, String body) {

    /** As the library wants them. */
    Map<String, List<String>> lowerCased() {
      return Map.of(
          "webhook-id", headers.get("webhook-id"),
          "webhook-timestamp", headers.get("webhook-timestamp"),
          "webhook-signature", headers.get("webhook-signature"));
    }
  }

  /** What it does about a call. */
  interface Behaviour {
    void answer(HttpExchange exchange) throws IOException;
  }

  private HookServer(HttpsServer server, SSLSocketFactory trust) {
    this.server = server;
    this.trust = trust;
  }

  /** With a certificate for {@code localhost}. */
  static HookServer start() throws IOException, GeneralSecurityException {
    var keys = certificate();
    var context = SSLContext.getInstance("TLS");
    var own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, PASSWORD);
    var trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trusted.init(keys);
    context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
    var server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    var hook = new HookServer(server, context.getSocketFactory());
    server.setExecutor(hook.threads);
    server.createContext("/", hook::take);
    server.start();
    return hook;
  }

  static Behaviour status(int status) {
    return exchange -> exchange.sendResponseHeaders(status, -1);
  }

  static Behaviour body(int status, byte[] body) {
    return exchange -> {
      exchange.sendResponseHeaders(status, body.length == 0 ? -1 : 0);
      exchange.getResponseBody().write(body);
    };
  }

  void does(Behaviour other) {
    behaviour = other;
  }

  List<Call> calls() {
    return calls;
  }

  /** Trusts its certificate. */
  SSLSocketFactory trust() {
    return trust;
  }

  int port() {
    return server.getAddress().getPort();
  }

  String url() {
    return "https://localhost:" + port() + "/hooks?of=corridor";
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      calls.add(new Call(exchange.getRequestHeaders(), body));
      behaviour.answer(exchange);
    }
  }

  private static KeyStore certificate() throws IOException, GeneralSecurityException {
    var store = Files.createTempDirectory("hook").resolve("key.p12");
    var keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "hook",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=dns:localhost",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(PASSWORD),
                "-keystore",
                store.toString())
            .inheritIO()
            .start();
    try {
      if (keytool.waitFor() != 0) {
        throw new IOException("keytool has failed");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
    var keys = KeyStore.getInstance("PKCS12");
    try (var in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD);
    }
    // a trust store has certificates, not keys
    keys.setCertificateEntry("trusted", keys.getCertificate("hook"));
    return keys;
  }
}

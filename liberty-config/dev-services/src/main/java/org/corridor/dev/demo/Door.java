package org.corridor.dev.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.corridor.dev.ClientCertificate;

/** The platform's front door, over TLS, for one caller or for nobody yet. */
public final class Door {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final URI base;
  private final TrustManagerFactory trust;
  private final SSLContext tls;
  private final HttpClient http;
  private final String authorization;

  private Door(
      URI base, TrustManagerFactory trust, SSLContext tls, HttpClient http, String authorization) {
    this.base = base;
    this.trust = trust;
    this.tls = tls;
    this.http = http;
    this.authorization = authorization;
  }

  /**
   * Opens nothing yet.
   *
   * @param base such as {@code https://localhost:9443}
   * @param certificate the PEM file to trust
   */
  public static Door at(URI base, Path certificate) {
    var trust = trusting(certificate);
    var tls = tls(null, trust);
    return new Door(base, trust, tls, http(tls).build(), null);
  }

  public URI base() {
    return base;
  }

  /** The same door for a caller with this access token. */
  public Door withToken(String accessToken) {
    return new Door(base, trust, tls, http, "Bearer " + accessToken);
  }

  /** The same door for a caller who sends this header {@code Authorization}. */
  public Door withAuthorization(String header) {
    return new Door(base, trust, tls, http, header);
  }

  /** The same door for a caller who shows this certificate in TLS. */
  public Door showing(ClientCertificate certificate) {
    var showing = tls(certificate.keys().getKeyManagers(), trust);
    return new Door(base, trust, showing, http(showing).build(), authorization);
  }

  /** The same door for a new browser: cookies, no redirects followed, no token. */
  public Door asBrowser() {
    var browser =
        http(tls)
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    return new Door(base, trust, tls, browser, null);
  }

  public Answer get(String path, String... headers) {
    return send(request(path, headers).GET());
  }

  /** The lines of a successful answer as they come; the stream is to be closed. */
  public Stream<String> lines(String path, String... headers) {
    try {
      var answer = http.send(request(path, headers).GET().build(), BodyHandlers.ofLines());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(path + " was answered with " + answer.statusCode());
      }
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for an answer", e);
    }
  }

  /** With a new {@code Idempotency-Key}, unless one is among the headers. */
  public Answer post(String path, String json, String... headers) {
    return send(post(request(path, headers), json, headers));
  }

  /** Like {@link #post}, without waiting. */
  public CompletableFuture<Answer> postAsync(String path, String json, String... headers) {
    var request = post(request(path, headers), json, headers).build();
    return http.sendAsync(request, BodyHandlers.ofString()).thenApply(Answer::of);
  }

  /** Like {@link #post}, without saying how long the body is. */
  public Answer postInChunks(String path, byte[] json) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(json))));
  }

  public Answer put(String path, String json, String... headers) {
    return send(
        request(path, headers)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(json)));
  }

  public Answer patch(String path, String json, String mediaType, String... headers) {
    return send(
        request(path, headers)
            .header("Content-Type", mediaType)
            .method("PATCH", BodyPublishers.ofString(json)));
  }

  public Answer delete(String path, String... headers) {
    return send(request(path, headers).DELETE());
  }

  /** As a browser sends a form. */
  public Answer postForm(String path, String form) {
    return send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
  }

  private static HttpRequest.Builder post(
      HttpRequest.Builder request, String json, String... headers) {
    if (!String.join(" ", headers).contains("Idempotency-Key")) {
      request.header("Idempotency-Key", UUID.randomUUID().toString());
    }
    if (!String.join(" ", headers).contains("Content-Type")) {
      request.header("Content-Type", "application/json");
    }
    return request.POST(BodyPublishers.ofString(json));
  }

  private HttpRequest.Builder request(String path, String... headers) {
    var request = HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE);
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    return request;
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      return Answer.of(http.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for an answer", e);
    }
  }

  /**
   * HTTP/1.1: the JDK's HTTP/2 client waits a minute where a gateway refuses a large body early.
   */
  private static HttpClient.Builder http(SSLContext tls) {
    return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).sslContext(tls);
  }

  private static SSLContext tls(KeyManager[] keys, TrustManagerFactory trust) {
    try {
      var context = SSLContext.getInstance("TLSv1.3");
      context.init(keys, trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("there is no TLS 1.3", e);
    }
  }

  private static TrustManagerFactory trusting(Path certificate) {
    try (var in = Files.newInputStream(certificate)) {
      var store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      var number = 0;
      for (var trusted : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        store.setCertificateEntry("trusted-" + number++, trusted);
      }
      var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      return trust;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot trust " + certificate, e);
    }
  }
}

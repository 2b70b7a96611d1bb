package org.corridor.platform.secrets.vault;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.corridor.platform.json.Json;
import org.corridor.platform.secrets.SecretsUnavailable;

/**
 * One request and its answer, repeated with growing pauses while that may help, for as long as the
 * settings have patience. No message has more in it than the path, the status and the errors that
 * Vault gives; neither bodies nor tokens.
 */
final class VaultHttp {

  private static final int MULTIPLE_CHOICES = 300;
  private static final int OK = 200;
  private static final int BAD_REQUEST = 400;

  /** Behind its primary, too many, broken, or sealed: by the API's list of status codes. */
  private static final Set<Integer> PASSING = Set.of(412, 429, 500, 502, 503, 504);

  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final int MOST_OF_AN_ERROR = 200;

  private final VaultSettings settings;
  private final HttpClient http;

  VaultHttp(VaultSettings settings) {
    this.settings = settings;
    var builder =
        HttpClient.newBuilder()
            .connectTimeout(settings.timeout())
            .followRedirects(HttpClient.Redirect.NEVER);
    if (settings.caCertificate() != null) {
      builder.sslContext(trustOnly(settings));
    }
    this.http = builder.build();
  }

  /**
   * @param token empty to sign in
   * @throws VaultRefused if it is refused
   * @throws SecretsUnavailable if Vault cannot be reached, or cannot answer
   */
  JsonNode get(String path, String token) {
    return exchange(path, request(path, token).GET().build());
  }

  /**
   * @throws VaultRefused if it is refused
   * @throws SecretsUnavailable if Vault cannot be reached, or cannot answer
   */
  JsonNode post(String path, String token, Map<String, String> body) {
    var json = BodyPublishers.ofString(Json.write(body));
    return exchange(
        path, request(path, token).header("Content-Type", "application/json").POST(json).build());
  }

  private HttpRequest.Builder request(String path, String token) {
    var request =
        HttpRequest.newBuilder(settings.at(path))
            .timeout(settings.timeout())
            .header("X-Vault-Request", "true")
            .header("Accept", "application/json");
    if (!settings.namespace().isEmpty()) {
      request.header("X-Vault-Namespace", settings.namespace());
    }
    if (!token.isEmpty()) {
      request.header("X-Vault-Token", token);
    }
    return request;
  }

  private JsonNode exchange(String path, HttpRequest request) {
    var end = System.nanoTime() + settings.patience().toNanos();
    var pause = FIRST_PAUSE;
    while (true) {
      SecretsUnavailable failure;
      try {
        var response = http.send(request, BodyHandlers.ofString());
        if (!PASSING.contains(response.statusCode())) {
          return answer(path, response);
        }
        failure = new SecretsUnavailable(told(path, response));
      } catch (IOException e) {
        failure = new SecretsUnavailable(at(path) + " cannot be reached: " + cause(e), e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new SecretsUnavailable("interrupted while waiting for " + at(path), e);
      }
      if (System.nanoTime() + pause.toNanos() >= end) {
        throw failure;
      }
      sleep(pause, failure);
      pause = pause.multipliedBy(2);
    }
  }

  private JsonNode answer(String path, HttpResponse<String> response) {
    var status = response.statusCode();
    if (status >= BAD_REQUEST) {
      throw new VaultRefused(status, told(path, response));
    }
    if (status >= MULTIPLE_CHOICES || status < OK) {
      throw new SecretsUnavailable(
          at(path) + " answered " + status + ": corridor.vault.address must be the active server");
    }
    var body = parse(response.body());
    if (body.isMissingNode() && !response.body().isEmpty()) {
      throw new SecretsUnavailable(at(path) + " answered with no JSON: is that Vault?");
    }
    return body;
  }

  private String told(String path, HttpResponse<String> response) {
    var told = new StringBuilder(at(path)).append(" answered ").append(response.statusCode());
    for (var error : parse(response.body()).path("errors")) {
      var text = error.asText().replaceAll("\\p{Cntrl}+", " ").strip();
      told.append(told.indexOf(": ") < 0 ? ": " : ", ")
          .append(text, 0, Math.min(text.length(), MOST_OF_AN_ERROR));
    }
    return told.toString();
  }

  private String at(String path) {
    var address = settings.address();
    var namespace =
        settings.namespace().isEmpty() ? "" : " (namespace " + settings.namespace() + ")";
    return "Vault at " + address + namespace + ", " + path + ",";
  }

  /** The exceptions of the JDK's client often have no message, and their causes have. */
  private static String cause(IOException e) {
    Throwable last = e;
    while (last.getMessage() == null && last.getCause() != null) {
      last = last.getCause();
    }
    return last.getMessage() == null ? last.getClass().getSimpleName() : last.getMessage();
  }

  /** Missing if it is not JSON; an exception would quote it. */
  private static JsonNode parse(String body) {
    try {
      return Json.mapper().readTree(body);
    } catch (JsonProcessingException notJson) {
      return MissingNode.getInstance();
    }
  }

  private static void sleep(Duration pause, SecretsUnavailable failure) {
    try {
      Thread.sleep(pause.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure;
    }
  }

  private static SSLContext trustOnly(VaultSettings settings) {
    try (var in = Files.newInputStream(settings.caCertificate())) {
      var store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      var number = 0;
      for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        store.setCertificateEntry("ca-" + number++, certificate);
      }
      var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      var context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(
          "corridor.vault.ca-certificate cannot be used: " + settings.caCertificate(), e);
    }
  }
}

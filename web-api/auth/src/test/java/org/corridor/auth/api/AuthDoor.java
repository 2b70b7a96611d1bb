package org.corridor.auth.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.corridor.platform.json.Json;

/** Speaks to the auth context as browsers, programs and machines do. */
final class AuthDoor {

  static final String CLI = "corridor-cli";
  static final String REDIRECT = "http://127.0.0.1:8912/callback";
  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"([a-z_]+)\" value=\"([^\"]*)\">");

  private final URI base;
  // as the gateway speaks to a server
  private final HttpClient http = HttpClient.newBuilder().version(Version.HTTP_1_1).build();

  AuthDoor(URI base) {
    this.base = base;
  }

  record Answer(int status, JsonNode body) {

    String code() {
      return body.path("code").asText();
    }

    String error() {
      return body.path("error").asText();
    }

    String accessToken() {
      return body.path("access_token").asText();
    }

    String refreshToken() {
      return body.path("refresh_token").asText();
    }
  }

  /** Client credentials (RFC 6749, section 4.4). */
  Answer machine(String clientId, String secret) {
    var basic = (clientId + ":" + secret).getBytes(StandardCharsets.US_ASCII);
    return json(
        form("v1/token", Map.of("grant_type", "client_credentials"))
            .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(basic)));
  }

  Answer token(Map<String, String> form) {
    return json(form("v1/token", form));
  }

  /** The sign-in page. */
  HttpResponse<String> authorize(String challenge) {
    var query =
        encode(
            Map.of(
                "response_type",
                "code",
                "client_id",
                CLI,
                "redirect_uri",
                REDIRECT,
                "state",
                "a state",
                "code_challenge",
                challenge,
                "code_challenge_method",
                "S256"));
    return send(request("v1/authorize?" + query).GET());
  }

  /** Authorization code with PKCE (RFC 7636) through the sign-in page: its last answer. */
  HttpResponse<String> signIn(String username, String password, String challenge) {
    var page = authorize(challenge);
    var cookie = page.headers().firstValue("Set-Cookie").orElse("");
    var fields =
        HIDDEN
            .matcher(page.body())
            .results()
            .collect(Collectors.toMap(field -> field.group(1), field -> field.group(2)));
    fields.put("username", username);
    fields.put("password", password);
    // a browser keeps it for https only, so it is carried by hand here
    return send(form("v1/sign-in", fields).header("Cookie", cookie.split(";", 2)[0]));
  }

  /** The code that a sign-in has sent back to the program. */
  static String code(HttpResponse<String> redirect) {
    var location = URI.create(redirect.headers().firstValue("Location").orElseThrow());
    return URLUtils.parseParameters(location.getRawQuery())
        .getOrDefault("code", List.of(""))
        .get(0);
  }

  Answer get(String path, String token) {
    return json(request(path).GET().header("Authorization", "Bearer " + token));
  }

  Answer get(String path) {
    return json(request(path).GET());
  }

  Answer post(String path, String token, String body) {
    return json(
        request(path)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(BodyPublishers.ofString(body)));
  }

  Answer get(String path, String... headers) {
    return json(request(path).GET().headers(headers));
  }

  Answer put(String path, String token, String body, String etag) {
    return json(
        request(path)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .header("If-Match", etag)
            .PUT(BodyPublishers.ofString(body)));
  }

  /** JSON, as a script sends it. */
  Answer script(String path, String body) {
    return json(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  Answer postForm(String path, Map<String, String> form, String... headers) {
    var request = form(path, form);
    return json(headers.length == 0 ? request : request.headers(headers));
  }

  /** For browsers. */
  HttpResponse<String> page(String path, Map<String, String> query) {
    return send(request(path + "?" + encode(query)).GET());
  }

  /** The path that an address of here has on the server. */
  String pathOf(String path) {
    return base.resolve(path).getPath();
  }

  /** Nothing is sent; the status. */
  int put(String path, String token) {
    return send(request(path)
            .header("Authorization", "Bearer " + token)
            .PUT(BodyPublishers.noBody()))
        .statusCode();
  }

  private HttpRequest.Builder form(String path, Map<String, String> form) {
    return request(path)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(encode(form)));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path));
  }

  private static String encode(Map<String, String> form) {
    return form.entrySet().stream()
        .map(
            field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private Answer json(HttpRequest.Builder request) {
    var response = send(request);
    try {
      return new Answer(response.statusCode(), Json.mapper().readTree(response.body()));
    } catch (IOException e) {
      throw new UncheckedIOException("not JSON: " + response.body(), e);
    }
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}

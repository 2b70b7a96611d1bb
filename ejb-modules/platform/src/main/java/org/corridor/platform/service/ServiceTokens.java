package org.corridor.platform.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.locks.ReentrantLock;
import org.corridor.platform.json.Json;

/**
 * Access tokens of a context, by the client-credentials grant (RFC 6749, section 4.4). A token is
 * kept until shortly before it expires. While one thread fetches the next, the others go on with
 * the one that is still good, so a slow authorization server is felt only when there is none left.
 */
public final class ServiceTokens {

  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final Duration RENEW_BEFORE = Duration.ofSeconds(60);
  private static final Duration NEVER_USE_WITHIN = Duration.ofSeconds(5);
  private static final int OK = 200;

  private final ServiceTokenSettings settings;
  private final HttpClient http;
  private final Clock clock;
  private final ReentrantLock fetching = new ReentrantLock();
  private volatile Token current;

  private record Token(String value, Instant renewAt, Instant unusableAt) {}

  public ServiceTokens(ServiceTokenSettings settings, Clock clock) {
    this(settings, HttpClient.newBuilder().connectTimeout(TIMEOUT).build(), clock);
  }

  ServiceTokens(ServiceTokenSettings settings, HttpClient http, Clock clock) {
    this.settings = settings;
    this.http = http;
    this.clock = clock;
  }

  /**
   * The value of the header {@code Authorization}.
   *
   * @throws ServiceTokenUnavailable if the authorization server gives none
   */
  public String authorization() {
    return "Bearer " + accessToken();
  }

  /**
   * @throws ServiceTokenUnavailable if the authorization server gives none
   */
  public String accessToken() {
    var token = current;
    var now = clock.instant();
    if (token != null && now.isBefore(token.renewAt())) {
      return token.value();
    }
    if (token == null || !now.isBefore(token.unusableAt())) {
      return fetchUnlessAnotherHas();
    }
    return renew(token).value();
  }

  /**
   * Forgets the token that a service has refused, though it has not expired: the keys of the
   * authorization server may have changed. Another token that came meanwhile stays.
   */
  public void refused(String accessToken) {
    fetching.lock();
    try {
      if (current != null && current.value().equals(accessToken)) {
        current = null;
      }
    } finally {
      fetching.unlock();
    }
  }

  private String fetchUnlessAnotherHas() {
    fetching.lock();
    try {
      var token = current;
      if (token == null || !clock.instant().isBefore(token.renewAt())) {
        token = fetch();
        current = token;
      }
      return token.value();
    } finally {
      fetching.unlock();
    }
  }

  /** The old token is still good: whoever cannot get a new one goes on with it. */
  private Token renew(Token old) {
    if (!fetching.tryLock()) {
      return old;
    }
    try {
      if (old.equals(current)) {
        current = fetch();
      }
      return current == null ? old : current;
    } catch (ServiceTokenUnavailable notNow) {
      return old;
    } finally {
      fetching.unlock();
    }
  }

  private Token fetch() {
    var asked = clock.instant();
    var response = send();
    if (response.statusCode() != OK) {
      throw new ServiceTokenUnavailable(
          "the authorization server answered "
              + response.statusCode()
              + " to the client "
              + settings.clientId());
    }
    var answer = parse(response.body());
    var value = answer.path("access_token");
    var seconds = answer.path("expires_in");
    if (!value.isTextual() || value.textValue().isEmpty() || !seconds.canConvertToInt()) {
      throw new ServiceTokenUnavailable(
          "the authorization server's answer has no access_token with expires_in");
    }
    var life = Duration.ofSeconds(Math.max(0, seconds.intValue()));
    var half = life.dividedBy(2);
    var early = RENEW_BEFORE.compareTo(half) < 0 ? RENEW_BEFORE : half;
    var last = NEVER_USE_WITHIN.compareTo(half) < 0 ? NEVER_USE_WITHIN : half;
    return new Token(
        value.textValue(), asked.plus(life).minus(early), asked.plus(life).minus(last));
  }

  private HttpResponse<String> send() {
    var form = "grant_type=client_credentials";
    if (!settings.scope().isEmpty()) {
      form += "&scope=" + encode(settings.scope());
    }
    var request =
        HttpRequest.newBuilder(settings.tokenUri())
            .timeout(TIMEOUT)
            .header("Authorization", "Basic " + credentials())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "application/json")
            .POST(BodyPublishers.ofString(form))
            .build();
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new ServiceTokenUnavailable("the authorization server cannot be reached", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServiceTokenUnavailable("interrupted while asking for an access token", e);
    }
  }

  /** Both parts are form-encoded before they are joined (RFC 6749, section 2.3.1). */
  private String credentials() {
    var pair = encode(settings.clientId()) + ':' + encode(settings.clientSecret());
    return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static JsonNode parse(String body) {
    try {
      return Json.mapper().readTree(body);
    } catch (JsonProcessingException e) {
      // the cause would quote the body, which may hold a token
      throw new ServiceTokenUnavailable("the authorization server's answer is not JSON");
    }
  }
}

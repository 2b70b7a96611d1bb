package org.corridor.transaction.infrastructure.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.corridor.platform.json.Json;
import org.corridor.platform.service.ServiceTokenSettings;
import org.corridor.platform.service.ServiceTokens;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.rest.client.RestClientBuilder;

/**
 * Calls to the account context, with a token of this service's own. Every call may be repeated: an
 * order carries the id that makes it idempotent. They share one circuit breaker, since they share
 * one server; those about thousands have one of their own.
 */
@ApplicationScoped
public class AccountCalls {

  private static final String SCOPE = "accounts:read ledger:read ledger:post holds:create";
  private static final int CONNECT_MILLISECONDS = 1_000;
  private static final int READ_MILLISECONDS = 2_000;
  private static final int READ_MANY_MILLISECONDS = 12_000;
  private static final int AT_ONCE = 64;
  private static final int MANY_AT_ONCE = 8;
  private static final int UNAUTHORIZED = 401;

  /** Answers that say something about the question, not about the server. */
  private static final Set<Integer> MEANT = Set.of(200, 201, 404, 422);

  private Remote remote;

  /**
   * @param forMany has more time to answer
   */
  private record Remote(AccountResource resource, AccountResource forMany, ServiceTokens tokens) {}

  /**
   * An answer.
   *
   * @param body a null node if there is none
   */
  record Reply(int status, JsonNode body) {}

  /** The account context did not do what it was asked, and may do so later. */
  static final class AccountCallFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AccountCallFailed(String message) {
      super(message);
    }
  }

  /**
   * Three attempts, each of two and a half seconds at most. What is refused here since too many are
   * under way says nothing about the server, so it must not open the breaker for all others.
   *
   * @param call with the value of the header {@code Authorization}
   */
  @Timeout(2_500)
  @Retry(
      maxRetries = 2,
      delay = 150,
      jitter = 50,
      abortOn = {CircuitBreakerOpenException.class, BulkheadException.class})
  @CircuitBreaker(
      requestVolumeThreshold = 20,
      failureRatio = 0.5,
      delay = 10_000,
      skipOn = BulkheadException.class)
  @Bulkhead(AT_ONCE)
  public Reply exchange(BiFunction<AccountResource, String, Response> call) {
    var to = remote();
    return exchange(to.resource(), to.tokens(), call);
  }

  /** One attempt at what takes longer, since it is about thousands. */
  @Timeout(12_500)
  @CircuitBreaker(
      requestVolumeThreshold = 20,
      failureRatio = 0.5,
      delay = 10_000,
      skipOn = BulkheadException.class)
  @Bulkhead(MANY_AT_ONCE)
  public Reply exchangeMany(BiFunction<AccountResource, String, Response> call) {
    var to = remote();
    return exchange(to.forMany(), to.tokens(), call);
  }

  private static Reply exchange(
      AccountResource resource,
      ServiceTokens tokens,
      BiFunction<AccountResource, String, Response> call) {
    var token = tokens.accessToken();
    try (var response = call.apply(resource, "Bearer " + token)) {
      var status = response.getStatus();
      if (status == UNAUTHORIZED) {
        tokens.refused(token);
      }
      if (!MEANT.contains(status)) {
        throw new AccountCallFailed("the account context answered " + status);
      }
      return new Reply(status, parse(response.readEntity(String.class)));
    }
  }

  private static JsonNode parse(String body) {
    try {
      return body == null || body.isEmpty() ? NullNode.getInstance() : Json.mapper().readTree(body);
    } catch (JsonProcessingException e) {
      throw new AccountCallFailed("the account context answered with something else than JSON");
    }
  }

  /** Made when first needed: in the EAR none of its settings need be there. */
  private synchronized Remote remote() {
    if (remote == null) {
      var config = ConfigProvider.getConfig();
      var base =
          config
              .getOptionalValue("corridor.account.url", String.class)
              .orElseThrow(
                  () -> new IllegalStateException("the setting corridor.account.url is missing"));
      var uri = URI.create(base + "/v1");
      var tokens = new ServiceTokens(ServiceTokenSettings.from(config, SCOPE), Clock.systemUTC());
      remote =
          new Remote(
              resource(uri, READ_MILLISECONDS, AT_ONCE),
              resource(uri, READ_MANY_MILLISECONDS, MANY_AT_ONCE),
              tokens);
    }
    return remote;
  }

  /**
   * @param connections the server's client has 50 otherwise: whoever got none would fail
   */
  private static AccountResource resource(URI uri, int readMilliseconds, int connections) {
    return RestClientBuilder.newBuilder()
        .baseUri(uri)
        .connectTimeout(CONNECT_MILLISECONDS, TimeUnit.MILLISECONDS)
        .readTimeout(readMilliseconds, TimeUnit.MILLISECONDS)
        .property("microprofile.rest.client.disable.default.mapper", true)
        .property("resteasy.connectionPoolSize", connections)
        .build(AccountResource.class);
  }
}

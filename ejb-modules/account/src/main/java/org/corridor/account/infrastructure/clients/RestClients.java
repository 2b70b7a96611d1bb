package org.corridor.account.infrastructure.clients;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.corridor.contracts.client.ClientSummary;
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

/** The client context over HTTP, with a token of this service's own. */
@ApplicationScoped
public class RestClients {

  private static final String SCOPE = "clients:read";
  private static final int NOT_FOUND = 404;
  private static final int UNAUTHORIZED = 401;
  private static final int CONNECT_MILLISECONDS = 1_000;
  private static final int READ_MILLISECONDS = 2_000;

  private Remote remote;

  private record Remote(ClientResource resource, ServiceTokens tokens) {}

  /**
   * Three attempts, each of two and a half seconds at most. A client that does not exist is no
   * failure; nor is a refusal here since too many are under way.
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
  @Bulkhead(32)
  public Optional<ClientSummary> find(UUID id) {
    var to = remote();
    var token = to.tokens().accessToken();
    try {
      return Optional.of(summary(to.resource().read("Bearer " + token, id)));
    } catch (WebApplicationException e) {
      if (e.getResponse().getStatus() == NOT_FOUND) {
        return Optional.empty();
      }
      if (e.getResponse().getStatus() == UNAUTHORIZED) {
        to.tokens().refused(token);
      }
      throw e;
    }
  }

  /** Made when first needed: in the EAR none of its settings need be there. */
  private synchronized Remote remote() {
    if (remote == null) {
      var config = ConfigProvider.getConfig();
      var base =
          config
              .getOptionalValue("corridor.client.url", String.class)
              .orElseThrow(
                  () -> new IllegalStateException("the setting corridor.client.url is missing"));
      var resource =
          RestClientBuilder.newBuilder()
              .baseUri(URI.create(base + "/v1"))
              .connectTimeout(CONNECT_MILLISECONDS, TimeUnit.MILLISECONDS)
              .readTimeout(READ_MILLISECONDS, TimeUnit.MILLISECONDS)
              .build(ClientResource.class);
      var tokens = new ServiceTokens(ServiceTokenSettings.from(config, SCOPE), Clock.systemUTC());
      remote = new Remote(resource, tokens);
    }
    return remote;
  }

  /** Members may be added to the answer, so only those that are needed are looked at. */
  static ClientSummary summary(String json) {
    try {
      var client = Json.mapper().readTree(json);
      return new ClientSummary(
          UUID.fromString(text(client, "id")),
          text(client, "status"),
          text(client, "branch"),
          text(client, "kycLevel"));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the client context answered with something else", e);
    }
  }

  private static String text(JsonNode client, String member) {
    var value = client.path(member);
    if (!value.isTextual()) {
      throw new IllegalStateException("the client context's answer has no " + member);
    }
    return value.textValue();
  }
}

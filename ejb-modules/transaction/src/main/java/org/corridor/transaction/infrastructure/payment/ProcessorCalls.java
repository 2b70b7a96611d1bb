package org.corridor.transaction.infrastructure.payment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.corridor.platform.json.Json;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.rest.client.RestClientBuilder;

/**
 * Calls to the processor; one attempt each, since its saga says when to try again. What is refused
 * here since too many are under way says nothing about the processor.
 */
@ApplicationScoped
public class ProcessorCalls {

  static final String URL = "corridor.transaction.processor.url";
  private static final String TOKEN = "corridor.transaction.processor.token";
  private static final int CONNECT_MILLISECONDS = 1_000;
  private static final int READ_MILLISECONDS = 5_000;
  private static final int AT_ONCE = 32;

  /** Answers that say something about the payment, not about the processor. */
  private static final Set<Integer> MEANT = Set.of(200, 201, 202, 400, 404, 409, 422);

  private Remote remote;

  private record Remote(ProcessorResource resource, String authorization) {}

  /**
   * An answer.
   *
   * @param body a null node if there is none
   */
  record Reply(int status, JsonNode body) {}

  /** The processor has answered, but not to the question. */
  static final class ProcessorCallFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int status;

    ProcessorCallFailed(int status, String message) {
      super(message);
      this.status = status;
    }

    int status() {
      return status;
    }
  }

  /**
   * @param call with the value of the header {@code Authorization}; null without one
   */
  @Timeout(6_500)
  @CircuitBreaker(
      requestVolumeThreshold = 20,
      failureRatio = 0.5,
      delay = 10_000,
      skipOn = BulkheadException.class)
  @Bulkhead(AT_ONCE)
  public Reply exchange(BiFunction<ProcessorResource, String, Response> call) {
    var to = remote();
    try (var response = call.apply(to.resource(), to.authorization())) {
      var status = response.getStatus();
      if (!MEANT.contains(status)) {
        throw new ProcessorCallFailed(status, "the processor answered " + status);
      }
      return new Reply(status, parse(status, response.readEntity(String.class)));
    }
  }

  private static JsonNode parse(int status, String body) {
    try {
      return body == null || body.isEmpty() ? NullNode.getInstance() : Json.mapper().readTree(body);
    } catch (JsonProcessingException e) {
      throw new ProcessorCallFailed(status, "the processor answered with something else than JSON");
    }
  }

  /** Made when first needed. */
  private synchronized Remote remote() {
    if (remote == null) {
      var config = ConfigProvider.getConfig();
      var url = config.getValue(URL, String.class);
      var token = config.getOptionalValue(TOKEN, String.class).map(secret -> "Bearer " + secret);
      var resource =
          RestClientBuilder.newBuilder()
              .baseUri(URI.create(url))
              .connectTimeout(CONNECT_MILLISECONDS, TimeUnit.MILLISECONDS)
              .readTimeout(READ_MILLISECONDS, TimeUnit.MILLISECONDS)
              .property("microprofile.rest.client.disable.default.mapper", true)
              .property("resteasy.connectionPoolSize", AT_ONCE)
              .build(ProcessorResource.class);
      remote = new Remote(resource, token.orElse(null));
    }
    return remote;
  }
}

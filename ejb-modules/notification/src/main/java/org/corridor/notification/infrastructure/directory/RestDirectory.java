package org.corridor.notification.infrastructure.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.corridor.contracts.account.AccountSummary;
import org.corridor.contracts.auth.PasswordLinkAddress;
import org.corridor.contracts.auth.UserContact;
import org.corridor.contracts.client.ClientContact;
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

/** The other contexts over HTTP, with a token of this service's own. */
@ApplicationScoped
public class RestDirectory {

  private final DirectoryCalls calls;

  @Inject
  public RestDirectory(DirectoryCalls calls) {
    this.calls = calls;
  }

  /** For the container's proxy. */
  protected RestDirectory() {
    this(null);
  }

  Optional<ClientContact> client(UUID id) {
    return calls.get("client", "clients:read", "clients", id).map(DirectoryAnswers::client);
  }

  Optional<UserContact> user(UUID id) {
    return calls.get("auth", "users:read", "users", id).map(DirectoryAnswers::user);
  }

  Optional<PasswordLinkAddress> passwordLink(UUID id) {
    return calls
        .get("auth", "password-links:read", "password-links", id)
        .map(DirectoryAnswers::passwordLink);
  }

  Optional<AccountSummary> account(UUID id) {
    return calls.get("account", "accounts:read", "accounts", id).map(DirectoryAnswers::account);
  }

  /** The calls themselves, each guarded. */
  @ApplicationScoped
  public static class DirectoryCalls {

    private static final int NOT_FOUND = 404;
    private static final int UNAUTHORIZED = 401;
    private static final int CONNECT_MILLISECONDS = 1_000;
    private static final int READ_MILLISECONDS = 2_000;

    private final Map<String, Remote> remotes = new ConcurrentHashMap<>();

    private record Remote(DirectoryResource resource, ServiceTokens tokens) {}

    /**
     * Three attempts, each of two and a half seconds at most. What does not exist is no failure.
     *
     * @param scope that the token needs there
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
    public Optional<String> get(String context, String scope, String collection, UUID id) {
      var to = remotes.computeIfAbsent(context + " " + scope, key -> remote(context, scope));
      var token = to.tokens().accessToken();
      try {
        return Optional.of(to.resource().read("Bearer " + token, collection, id));
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
    private static Remote remote(String context, String scope) {
      var config = ConfigProvider.getConfig();
      var setting = "corridor." + context + ".url";
      var base =
          config
              .getOptionalValue(setting, String.class)
              .orElseThrow(() -> new IllegalStateException("missing: " + setting));
      var resource =
          RestClientBuilder.newBuilder()
              .baseUri(URI.create(base + "/v1"))
              .connectTimeout(CONNECT_MILLISECONDS, TimeUnit.MILLISECONDS)
              .readTimeout(READ_MILLISECONDS, TimeUnit.MILLISECONDS)
              .build(DirectoryResource.class);
      return new Remote(
          resource, new ServiceTokens(ServiceTokenSettings.from(config, scope), Clock.systemUTC()));
    }
  }
}

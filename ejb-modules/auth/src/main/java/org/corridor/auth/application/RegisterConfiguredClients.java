package org.corridor.auth.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import org.corridor.auth.domain.ApiClient;
import org.corridor.auth.domain.ApiClientRegistered;
import org.corridor.auth.domain.Credentials;
import org.corridor.auth.domain.Digests;
import org.corridor.auth.domain.GrantType;
import org.corridor.auth.domain.Permissions;
import org.corridor.platform.events.Trail;

/** Registers the machine clients that stand in the configuration, when the context starts. */
@ApplicationScoped
@Transactional
public class RegisterConfiguredClients {

  /** What one context needs of the others. */
  static final Set<String> SERVICE_SCOPES =
      Set.of(
          "ledger:post",
          "ledger:read",
          "accounts:read",
          "clients:read",
          "users:read",
          "holds:create",
          Permissions.PASSWORD_LINKS_READ);

  /** People choose these secrets: what is short could be guessed, and SHA-256 is fast. */
  private static final int MIN_SECRET_LENGTH = 32;

  private final ApiClients clients;
  private final EventLog events;
  private final AuthClock clock;

  @Inject
  public RegisterConfiguredClients(ApiClients clients, EventLog events, AuthClock clock) {
    this.clients = clients;
    this.events = events;
    this.clock = clock;
  }

  /** For the container's proxy. */
  protected RegisterConfiguredClients() {
    this(null, null, null);
  }

  /**
   * The client with every permission, which an operator begins with; one that exists is left as it
   * is.
   *
   * @throws IllegalArgumentException if the id or the secret is not fit
   */
  public void bootstrap(String clientId, String secret, Trail trail) {
    requireLong("corridor.auth.bootstrap.client-secret", secret);
    if (clients.byId(clientId).isEmpty()) {
      add(clientId, "Bootstrap", secret, Permissions.all(), trail);
    }
  }

  /**
   * The client that the contexts call each other as; its secret follows the setting.
   *
   * @throws IllegalArgumentException if the id or the secret is not fit
   */
  public void service(String clientId, String secret, Trail trail) {
    requireLong("corridor.auth.service.client-secret", secret);
    var known = clients.byId(clientId);
    if (known.isEmpty()) {
      add(clientId, "Context to context", secret, SERVICE_SCOPES, trail);
    } else if (!known.get().credentials().hasSecret(secret, clock.now())
        || !known.get().access().scopes().equals(SERVICE_SCOPES)) {
      var client = known.get().with(secret(secret), access(SERVICE_SCOPES));
      clients.save(client);
      append(client, known.get().version(), trail);
    }
  }

  /** Another replica may start at the same time: then its client is as good. */
  private void add(String clientId, String name, String secret, Set<String> scopes, Trail trail) {
    var client =
        new ApiClient(clientId, 1, name, secret(secret), access(scopes), true, clock.now());
    if (clients.add(client)) {
      append(client, 0, trail);
    }
  }

  private void append(ApiClient client, long version, Trail trail) {
    var scopes = client.access().scopes().stream().sorted().toList();
    events.append(
        "api-client/" + client.clientId(),
        version,
        List.of(
            new ApiClientRegistered(client.clientId(), scopes, ApiClientRegistered.BY_SETTINGS)),
        clock.now(),
        trail);
  }

  private static Credentials secret(String secret) {
    return Credentials.secret(Digests.sha256(secret));
  }

  private static ApiClient.Access access(Set<String> scopes) {
    return new ApiClient.Access(Set.of(GrantType.CLIENT_CREDENTIALS), Set.of(), scopes);
  }

  private static void requireLong(String setting, String secret) {
    if (secret.length() < MIN_SECRET_LENGTH) {
      throw new IllegalArgumentException(
          setting + " must have at least " + MIN_SECRET_LENGTH + " characters");
    }
  }
}

package org.corridor.auth.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.corridor.auth.domain.ApiClient;
import org.corridor.auth.domain.ApiClientCredentialsChanged;
import org.corridor.auth.domain.Credentials;
import org.corridor.auth.domain.Digests;
import org.corridor.auth.domain.Revocation;
import org.corridor.kernel.Caller;
import org.corridor.platform.events.Trail;

/** Gives a client a new secret, beside the old one for a time; or other keys. */
@ApplicationScoped
@Transactional
public class ChangeClientCredentials {

  private final ApiClients clients;
  private final Revocations revocations;
  private final EventLog events;
  private final AuthClock clock;

  @Inject
  public ChangeClientCredentials(
      ApiClients clients, Revocations revocations, EventLog events, AuthClock clock) {
    this.clients = clients;
    this.revocations = revocations;
    this.events = events;
    this.clock = clock;
  }

  /** For the container's proxy. */
  protected ChangeClientCredentials() {
    this(null, null, null, null);
  }

  /**
   * A new secret.
   *
   * @param overlap how long the old one goes on; zero if it has leaked, and then all tokens count
   *     for nothing that the client was given until now
   */
  public record NewSecret(String clientId, Duration overlap, Caller caller, Trail trail) {}

  /**
   * Other keys, all of them.
   *
   * @param expectedVersion that the caller has read
   */
  public record NewKeys(
      String clientId,
      long expectedVersion,
      Map<String, Object> jwks,
      Caller caller,
      Trail trail) {}

  /** The secret is made here and told once; only its hash is kept. */
  public Outcome<RegisterApiClient.Registered> rotate(NewSecret command) {
    var found = clients.lockedById(command.clientId());
    var refusal = refusal(found, command.caller());
    if (refusal.isPresent()) {
      return Outcome.refused(refusal.get());
    }
    var client = found.orElseThrow();
    if (!client.credentials().isSecret()) {
      return refused("This client has no secret: it is public, or signs with a key.");
    }
    var secret = RandomSecrets.next();
    var now = clock.now();
    if (command.overlap().isZero()) {
      revocations.add(Revocation.ofIssued(Revocation.Claim.API_CLIENT, client.clientId(), now));
    }
    var until = now.plus(command.overlap());
    var changed =
        client.with(client.credentials().rotated(Digests.sha256(secret), until), client.access());
    save(
        changed,
        new ApiClientCredentialsChanged(
            client.clientId(),
            ApiClientCredentialsChanged.Kind.SECRET,
            until,
            command.caller().subject()),
        command.trail());
    return Outcome.done(new RegisterApiClient.Registered(changed, secret));
  }

  /** A client that had a secret has none from then on. */
  public Outcome<ApiClient> replaceKeys(NewKeys command) {
    var found = clients.lockedById(command.clientId());
    var refusal = refusal(found, command.caller());
    if (refusal.isPresent()) {
      return Outcome.refused(refusal.get());
    }
    var client = found.orElseThrow();
    if (client.version() != command.expectedVersion()) {
      return Outcome.refused(new Refusal.Stale());
    }
    if (client.isPublic()) {
      return refused("A public client has no keys.");
    }
    var fault = ClientKeys.fault(command.jwks());
    if (fault.isPresent()) {
      return refused(fault.get());
    }
    var changed = client.with(Credentials.keys(ClientKeys.json(command.jwks())), client.access());
    save(
        changed,
        new ApiClientCredentialsChanged(
            client.clientId(),
            ApiClientCredentialsChanged.Kind.KEYS,
            null,
            command.caller().subject()),
        command.trail());
    return Outcome.done(changed);
  }

  private void save(ApiClient changed, ApiClientCredentialsChanged event, Trail trail) {
    clients.save(changed);
    events.append(
        "api-client/" + changed.clientId(),
        changed.version() - 1,
        List.of(event),
        clock.now(),
        trail);
  }

  /** Who has a client's secret is that client, so nobody gets one of a more powerful client. */
  private static Optional<Refusal> refusal(Optional<ApiClient> found, Caller caller) {
    if (found.isEmpty()) {
      return Optional.of(new Refusal.NotFound("API client"));
    }
    var permissions = new HashSet<>(found.get().access().scopes());
    permissions.removeAll(ApiClient.IDENTITY);
    return AuthAccess.mayGrantScopes(caller, permissions)
        ? Optional.empty()
        : Optional.of(
            new Refusal.Forbidden("This client may do what you may not: you cannot change it."));
  }

  private static <T> Outcome<T> refused(String detail) {
    return Outcome.refused(new Refusal.AgainstRule("client-refused", detail));
  }
}

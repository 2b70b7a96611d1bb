package org.corridor.auth.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.corridor.auth.domain.ApiClient;
import org.corridor.auth.domain.ApiClientRegistered;
import org.corridor.auth.domain.Credentials;
import org.corridor.auth.domain.Digests;
import org.corridor.kernel.Caller;
import org.corridor.platform.events.Trail;
import org.corridor.platform.id.Ids;

/** Lets a program ask for tokens. Its secret is made here and told once; only its hash is kept. */
@ApplicationScoped
@Transactional
public class RegisterApiClient {

  private final ApiClients clients;
  private final EventLog events;
  private final AuthClock clock;

  @Inject
  public RegisterApiClient(ApiClients clients, EventLog events, AuthClock clock) {
    this.clients = clients;
    this.events = events;
    this.clock = clock;
  }

  /** For the container's proxy. */
  protected RegisterApiClient() {
    this(null, null, null);
  }

  /**
   * What the caller asks for.
   *
   * @param isPublic true if the program can keep no secret
   * @param jwks the keys that it signs with instead of showing a secret; null if it has none
   */
  public record Command(
      String name,
      boolean isPublic,
      Map<String, Object> jwks,
      ApiClient.Access access,
      Caller caller,
      Trail trail) {

    /** For a client without keys. */
    public Command(
        String name, boolean isPublic, ApiClient.Access access, Caller caller, Trail trail) {
      this(name, isPublic, null, access, caller, trail);
    }
  }

  /**
   * What was made.
   *
   * @param secret null for a client that has none
   */
  public record Registered(ApiClient client, String secret) {

    /** Without the secret. */
    @Override
    public String toString() {
      return "Registered[" + client + "]";
    }
  }

  public Outcome<Registered> register(Command command) {
    var refusal = refusal(command);
    if (refusal.isPresent()) {
      return Outcome.refused(refusal.get());
    }
    var now = clock.now();
    var secret = command.isPublic() || command.jwks() != null ? null : RandomSecrets.next();
    var client =
        new ApiClient(
            "client-" + Ids.next(),
            1,
            command.name(),
            credentials(command, secret),
            command.access(),
            true,
            now);
    if (!clients.add(client)) {
      throw new IllegalStateException("a new UUID is taken: " + client.clientId());
    }
    var registered =
        new ApiClientRegistered(
            client.clientId(),
            client.access().scopes().stream().sorted().toList(),
            command.caller().subject());
    events.append("api-client/" + client.clientId(), 0, List.of(registered), now, command.trail());
    return Outcome.done(new Registered(client, secret));
  }

  private static Credentials credentials(Command command, String secret) {
    if (command.isPublic()) {
      return Credentials.none();
    }
    return command.jwks() == null
        ? Credentials.secret(Digests.sha256(secret))
        : Credentials.keys(ClientKeys.json(command.jwks()));
  }

  private static Optional<String> faultOfKeys(Command command) {
    if (command.jwks() == null) {
      return Optional.empty();
    }
    return command.isPublic()
        ? Optional.of("A public client has no keys.")
        : ClientKeys.fault(command.jwks());
  }

  private static Optional<Refusal> refusal(Command command) {
    var fault = command.access().fault(command.isPublic()).or(() -> faultOfKeys(command));
    if (fault.isPresent()) {
      return Optional.of(new Refusal.AgainstRule("client-refused", fault.get()));
    }
    var permissions = new HashSet<>(command.access().scopes());
    permissions.removeAll(ApiClient.IDENTITY);
    if (!AuthAccess.mayGrantScopes(command.caller(), permissions)) {
      return Optional.of(
          new Refusal.Forbidden(
              "You can only grant scopes that you have yourself, and only for the whole"
                  + " organisation."));
    }
    return Optional.empty();
  }
}

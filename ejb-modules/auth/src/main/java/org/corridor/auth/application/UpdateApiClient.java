package org.corridor.auth.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.corridor.auth.domain.ApiClient;
import org.corridor.auth.domain.ApiClientUpdated;
import org.corridor.auth.domain.Revocation;
import org.corridor.kernel.Caller;
import org.corridor.platform.events.Trail;

/**
 * Changes what a program may ask for, or whether it gets tokens at all. What it was given before
 * and would not be given now counts for nothing.
 */
@ApplicationScoped
@Transactional
public class UpdateApiClient {

  private final ApiClients clients;
  private final Revocations revocations;
  private final EventLog events;
  private final AuthClock clock;

  @Inject
  public UpdateApiClient(
      ApiClients clients, Revocations revocations, EventLog events, AuthClock clock) {
    this.clients = clients;
    this.revocations = revocations;
    this.events = events;
    this.clock = clock;
  }

  /** For the container's proxy. */
  protected UpdateApiClient() {
    this(null, null, null, null);
  }

  /**
   * What the caller asks for: all of it as it shall be.
   *
   * @param expectedVersion that the caller has read
   */
  public record Command(
      String clientId,
      long expectedVersion,
      String name,
      ApiClient.Access access,
      boolean active,
      Caller caller,
      Trail trail) {}

  public Outcome<ApiClient> update(Command command) {
    var found = clients.lockedById(command.clientId());
    if (found.isEmpty()) {
      return Outcome.refused(new Refusal.NotFound("API client"));
    }
    var client = found.get();
    var refusal = refusal(command, client);
    if (refusal.isPresent()) {
      return Outcome.refused(refusal.get());
    }
    var now = clock.now();
    var changed = client.changed(command.name(), command.access(), command.active());
    clients.save(changed);
    if (changed.mayLessThan(client)) {
      revocations.add(Revocation.ofIssued(Revocation.Claim.API_CLIENT, client.clientId(), now));
    }
    events.append(
        "api-client/" + client.clientId(),
        client.version(),
        List.of(
            new ApiClientUpdated(
                client.clientId(),
                changed.access().scopes().stream().sorted().toList(),
                changed.active(),
                command.caller().subject())),
        now,
        command.trail());
    return Outcome.done(changed);
  }

  private static Optional<Refusal> refusal(Command command, ApiClient client) {
    if (client.version() != command.expectedVersion()) {
      return Optional.of(new Refusal.Stale());
    }
    var fault = command.access().fault(client.isPublic());
    if (fault.isPresent()) {
      return Optional.of(new Refusal.AgainstRule("client-refused", fault.get()));
    }
    var permissions = new HashSet<>(client.access().scopes());
    permissions.addAll(command.access().scopes());
    permissions.removeAll(ApiClient.IDENTITY);
    return AuthAccess.mayGrantScopes(command.caller(), permissions)
        ? Optional.empty()
        : Optional.of(
            new Refusal.Forbidden(
                "This client may do, or would, what you may not: you cannot change it."));
  }
}

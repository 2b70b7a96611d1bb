package org.corridor.notification.domain.webhook;

import java.util.Optional;
import java.util.UUID;

/**
 * Whose endpoint it is: the organisation's, which is told of everything that is offered, or a
 * client's, which is told of what is its own.
 */
public final class EndpointOwner {

  private static final String ORGANISATION = "organisation";
  private static final String CLIENT = "client/";

  private final UUID clientId;

  private EndpointOwner(UUID clientId) {
    this.clientId = clientId;
  }

  public static EndpointOwner organisation() {
    return new EndpointOwner(null);
  }

  public static EndpointOwner client(UUID id) {
    if (id == null) {
      throw new IllegalArgumentException("a client without an id");
    }
    return new EndpointOwner(id);
  }

  /**
   * Reads what {@link #toString} has written.
   *
   * @throws IllegalArgumentException if it is something else
   */
  public static EndpointOwner parse(String text) {
    if (text.equals(ORGANISATION)) {
      return organisation();
    }
    if (text.startsWith(CLIENT)) {
      return client(UUID.fromString(text.substring(CLIENT.length())));
    }
    throw new IllegalArgumentException("not an owner: " + text);
  }

  /** Empty for the organisation. */
  public Optional<UUID> clientId() {
    return Optional.ofNullable(clientId);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EndpointOwner owner && toString().equals(owner.toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  /** {@code organisation} or {@code client/0192...}. */
  @Override
  public String toString() {
    return clientId == null ? ORGANISATION : CLIENT + clientId;
  }
}

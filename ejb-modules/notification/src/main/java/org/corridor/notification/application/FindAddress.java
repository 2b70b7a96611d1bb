package org.corridor.notification.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.corridor.contracts.auth.PasswordLinkAddress;
import org.corridor.contracts.client.ClientContact;
import org.corridor.notification.domain.Delivery;
import org.corridor.notification.domain.Recipient;

/**
 * Where a delivery goes. Addresses are not kept here: the context that they belong to is asked each
 * time.
 */
@ApplicationScoped
public class FindAddress {

  private final Directory directory;
  private final UnitOfWork units;
  private final PushSubscriptions subscriptions;

  @Inject
  public FindAddress(Directory directory, UnitOfWork units, PushSubscriptions subscriptions) {
    this.directory = directory;
    this.units = units;
    this.subscriptions = subscriptions;
  }

  /** For the container's proxy. */
  protected FindAddress() {
    this(null, null, null);
  }

  /**
   * Empty if there is none.
   *
   * @throws DirectoryUnavailable if it cannot be told now
   */
  public Optional<String> of(Delivery delivery) {
    return switch (delivery.channel()) {
      case EMAIL -> email(delivery.recipient());
      case SMS -> phone(delivery.recipient());
      case PUSH -> subscription(delivery.target());
      case IN_APP -> throw new IllegalArgumentException("nothing is sent to the app");
    };
  }

  /**
   * Where a link leads that is good for choosing a password; empty if it is used or over.
   *
   * @throws DirectoryUnavailable if it cannot be told now
   */
  public Optional<PasswordLinkAddress> link(UUID id) {
    return directory.passwordLink(id);
  }

  private Optional<String> email(Recipient recipient) {
    return recipient.kind() == Recipient.Kind.CLIENT
        ? first(recipient, ClientContact::emails)
        : directory.user(recipient.id()).flatMap(user -> Optional.ofNullable(user.email()));
  }

  private Optional<String> phone(Recipient recipient) {
    return recipient.kind() == Recipient.Kind.CLIENT
        ? first(recipient, ClientContact::phones)
        : Optional.empty();
  }

  private Optional<String> first(
      Recipient recipient, Function<ClientContact, List<String>> addresses) {
    return directory.client(recipient.id()).flatMap(c -> addresses.apply(c).stream().findFirst());
  }

  private Optional<String> subscription(UUID id) {
    return units.within(() -> subscriptions.find(id)).map(found -> found.id().toString());
  }
}

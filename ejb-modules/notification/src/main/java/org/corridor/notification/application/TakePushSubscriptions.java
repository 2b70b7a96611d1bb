package org.corridor.notification.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.corridor.notification.domain.PushSubscription;
import org.corridor.notification.domain.Recipient;
import org.corridor.platform.id.Ids;

/** Lets people register the devices that they want push messages on. */
@ApplicationScoped
public class TakePushSubscriptions {

  /** Of one recipient. */
  public static final int MOST = 10;

  private final UnitOfWork units;
  private final PushSubscriptions subscriptions;
  private final Clock clock;

  @Inject
  public TakePushSubscriptions(
      UnitOfWork units, PushSubscriptions subscriptions, @NotificationClock Clock clock) {
    this.units = units;
    this.subscriptions = subscriptions;
    this.clock = clock;
  }

  /** For the container's proxy. */
  protected TakePushSubscriptions() {
    this(null, null, null);
  }

  public List<PushSubscription> of(Recipient recipient) {
    return units.within(() -> subscriptions.of(recipient));
  }

  /** Empty if the recipient has too many already; one of the same endpoint is replaced. */
  public Optional<PushSubscription> add(
      Recipient recipient, String endpoint, String key, String secret) {
    return units.within(
        () -> {
          var others =
              subscriptions.of(recipient).stream()
                  .filter(known -> !known.endpoint().equals(endpoint))
                  .count();
          return others >= MOST
              ? Optional.empty()
              : Optional.of(
                  subscriptions.add(
                      new PushSubscription(
                          Ids.next(), recipient, endpoint, key, secret, clock.instant())));
        });
  }

  public boolean remove(Recipient recipient, UUID id) {
    return units.within(() -> subscriptions.remove(recipient, id));
  }
}

package org.corridor.notification.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.corridor.notification.application.Deliveries.Claimed;
import org.corridor.notification.application.Gateway.Outgoing;
import org.corridor.notification.application.Wording.Telling;
import org.corridor.notification.domain.Channel;
import org.corridor.notification.domain.Delivery;
import org.corridor.notification.domain.Preferences;

/**
 * Writes a message as it shall be sent now: to the address that counts now, and as the recipient
 * wants it now, whatever was when the delivery was made.
 */
@ApplicationScoped
public class ComposeMessage {

  private final UnitOfWork units;
  private final PreferenceStore preferences;
  private final FindAddress addresses;
  private final Wording wording;
  private final Settled settled;

  /** What does not change while the server runs, and the time. */
  @ApplicationScoped
  public static class Settled {

    private final DefaultPreferences defaults;
    private final Clock clock;

    @Inject
    public Settled(DefaultPreferences defaults, @NotificationClock Clock clock) {
      this.defaults = defaults;
      this.clock = clock;
    }

    /** For the container's proxy. */
    protected Settled() {
      this(null, null);
    }

    Preferences defaults() {
      return defaults.get();
    }

    Instant now() {
      return clock.instant();
    }
  }

  @Inject
  public ComposeMessage(
      UnitOfWork units,
      PreferenceStore preferences,
      FindAddress addresses,
      Wording wording,
      Settled settled) {
    this.units = units;
    this.preferences = preferences;
    this.addresses = addresses;
    this.wording = wording;
    this.settled = settled;
  }

  /** For the container's proxy. */
  protected ComposeMessage() {
    this(null, null, null, null, null);
  }

  /**
   * One of both.
   *
   * @param message to be sent
   * @param ended what has become of the delivery without one
   */
  public record Composed(Optional<Outgoing> message, Optional<Delivery> ended) {}

  /**
   * @throws DirectoryUnavailable if the address cannot be told now
   */
  public Composed compose(Claimed claimed) {
    var delivery = claimed.delivery();
    var now = settled.now();
    var chosen =
        units.within(() -> preferences.find(delivery.recipient())).orElseGet(settled::defaults);
    var category = delivery.type().category();
    if (!chosen.channelsFor(category).contains(delivery.channel())) {
      return ended(delivery.suppressed("switched-off", now));
    }
    var due = chosen.dueAt(category, delivery.channel(), now);
    if (due.isAfter(now)) {
      return ended(delivery.waiting("quiet-hours", due, now));
    }
    var address = addresses.of(delivery);
    if (address.isEmpty()) {
      return ended(delivery.suppressed("no-address", now));
    }
    var telling = telling(claimed, chosen, delivery.channel());
    var linkId = claimed.facts().linkId();
    if (linkId != null) {
      var link = addresses.link(linkId);
      if (link.isEmpty()) {
        return ended(delivery.suppressed("link-expired", now));
      }
      telling = telling.with(link.get());
    }
    var words = wording.words(telling);
    return new Composed(
        Optional.of(new Outgoing(delivery.id(), address.get(), words)), Optional.empty());
  }

  private static Telling telling(Claimed claimed, Preferences chosen, Channel channel) {
    return new Telling(
        claimed.delivery().type(),
        chosen.told(claimed.facts(), channel),
        claimed.occurredAt(),
        claimed.language(),
        chosen.zone());
  }

  private static Composed ended(Delivery delivery) {
    return new Composed(Optional.empty(), Optional.of(delivery));
  }
}

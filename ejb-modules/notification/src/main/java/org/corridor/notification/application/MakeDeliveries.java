package org.corridor.notification.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.corridor.notification.application.FindRecipient.Found;
import org.corridor.notification.domain.Channel;
import org.corridor.notification.domain.Delivery.Due;
import org.corridor.notification.domain.Language;
import org.corridor.notification.domain.Notice;
import org.corridor.notification.domain.Preferences;
import org.corridor.notification.domain.Recipient;

/** Makes what the recipient's preferences ask for, within the unit of work of its caller. */
@ApplicationScoped
public class MakeDeliveries {

  private final PreferenceStore preferences;
  private final AddMessage messages;
  private final AddDeliveries deliveries;
  private final DefaultPreferences defaults;
  private final Clock clock;

  @Inject
  public MakeDeliveries(
      PreferenceStore preferences,
      AddMessage messages,
      AddDeliveries deliveries,
      DefaultPreferences defaults,
      @NotificationClock Clock clock) {
    this.preferences = preferences;
    this.messages = messages;
    this.deliveries = deliveries;
    this.defaults = defaults;
    this.clock = clock;
  }

  /** For the container's proxy. */
  protected MakeDeliveries() {
    this(null, null, null, null, null);
  }

  /** A notice whose recipient is known, and what that has chosen. */
  record Addressed(
      Notice notice, Recipient recipient, Preferences chosen, Language language, Instant now) {

    Due due(Channel channel) {
      return new Due(now, chosen.dueAt(notice.type().category(), channel, now));
    }
  }

  void make(Notice notice, Found found) {
    var chosen = preferences.find(found.recipient()).orElseGet(defaults::get);
    var language = Optional.ofNullable(chosen.language()).orElse(found.language());
    var addressed = new Addressed(notice, found.recipient(), chosen, language, clock.instant());
    for (var channel : chosen.channelsFor(notice.type().category())) {
      if (!notice.type().goesBy(channel)) {
        continue;
      }
      if (channel == Channel.IN_APP) {
        messages.add(addressed, found.facts());
      } else {
        deliveries.add(addressed, channel);
      }
    }
  }
}

package org.corridor.notification.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.corridor.notification.domain.Message;
import org.corridor.notification.domain.Recipient;

/** The messages in the app; everybody has its own only. */
@ApplicationScoped
public class ReadMessages {

  private final UnitOfWork units;
  private final Messages messages;
  private final Clock clock;

  @Inject
  public ReadMessages(UnitOfWork units, Messages messages, @NotificationClock Clock clock) {
    this.units = units;
    this.messages = messages;
    this.clock = clock;
  }

  /** For the container's proxy. */
  protected ReadMessages() {
    this(null, null, null);
  }

  public List<Message> newest(Recipient recipient, boolean unreadOnly, Long before, int limit) {
    return units.within(() -> messages.newest(recipient, unreadOnly, before, limit));
  }

  /** What has come after the message of that number, oldest first. */
  public List<Message> after(Recipient recipient, long number, int limit) {
    return units.within(() -> messages.after(recipient, number, limit));
  }

  /** The number of each one's last message; who has none is not there. */
  public Map<Recipient, Long> last(Collection<Recipient> recipients) {
    return units.within(() -> messages.last(recipients));
  }

  /** Marks it as read; as it is if it was. */
  public Optional<Message> read(Recipient recipient, UUID id) {
    return units.within(() -> messages.read(recipient, id, clock.instant()));
  }
}

package org.corridor.notification.application;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.corridor.notification.domain.PushSubscription;
import org.corridor.notification.domain.Recipient;

/** The devices that take push messages. Everything within a unit of work. */
public interface PushSubscriptions {

  List<PushSubscription> of(Recipient recipient);

  Optional<PushSubscription> find(UUID id);

  /** Adds it; an endpoint that was there already is now this recipient's, with these keys. */
  PushSubscription add(PushSubscription subscription);

  /** False if the recipient has no such subscription. */
  boolean remove(Recipient recipient, UUID id);

  /** The push service says that it is gone. */
  void remove(UUID id);
}

package org.corridor.notification.application;

import java.util.Optional;
import java.util.Set;
import org.corridor.notification.domain.Channel;

/** The ways out of the house. */
public interface Channels {

  /** In the app always; another one only if it is configured. */
  Set<Channel> offered();

  default boolean isOffered(Channel channel) {
    return offered().contains(channel);
  }

  /** Empty for the app, which needs none, and for a channel that there is nothing for. */
  Optional<Gateway> gateway(Channel channel);
}

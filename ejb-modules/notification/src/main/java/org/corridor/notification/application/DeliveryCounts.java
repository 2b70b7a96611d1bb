package org.corridor.notification.application;

import org.corridor.notification.domain.Channel;

/** Counts what became of deliveries. */
public interface DeliveryCounts {

  /**
   * @param outcome {@code sent}, {@code failed}, {@code suppressed} or {@code retried}
   */
  void count(Channel channel, String outcome);
}

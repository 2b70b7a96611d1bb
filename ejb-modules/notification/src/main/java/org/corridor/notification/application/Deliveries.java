package org.corridor.notification.application;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.corridor.notification.domain.Channel;
import org.corridor.notification.domain.Delivery;
import org.corridor.notification.domain.Facts;
import org.corridor.notification.domain.Language;
import org.corridor.notification.domain.Recipient;

/** Deliveries of all channels. Everything within a unit of work. */
public interface Deliveries {

  /**
   * A delivery that this replica alone may send now, with what it says.
   *
   * @param language of the words
   * @param occurredAt when that happened which it tells of
   */
  record Claimed(
      Delivery delivery,
      Facts facts,
      Language language,
      Instant occurredAt,
      String correlationId) {}

  /**
   * Which deliveries to list.
   *
   * @param recipient null for all
   * @param status null for all
   * @param channel null for all
   */
  record Filter(Recipient recipient, Delivery.Status status, Channel channel) {}

  void add(Delivery delivery, Language language);

  /**
   * Takes deliveries that are due, oldest first, for this replica alone as long as the lease is.
   * Others who look at the same moment are given others.
   */
  List<Claimed> claim(Channel channel, Instant now, Duration lease, int most);

  /**
   * Writes down what became of an attempt.
   *
   * @return false if the lease was over and another replica has taken it since: it counts there
   */
  boolean record(Delivery attempted);

  /** In the order in which they were made, after the one with that id; the newest first. */
  List<Delivery> list(Filter filter, UUID before, int limit);
}

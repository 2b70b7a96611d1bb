package org.corridor.notification.application;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.corridor.notification.domain.Message;
import org.corridor.notification.domain.NoticeType;
import org.corridor.notification.domain.Recipient;

/** What stands in the app. Everything within a unit of work. */
public interface Messages {

  /** A message to be added; its place among the recipient's is given when it is. */
  record NewMessage(UUID id, Recipient recipient, NoticeType type, String title, String text) {}

  /** Messages of one recipient become visible in the order of their numbers, none later. */
  void add(NewMessage message, Instant at);

  /**
   * The newest first.
   *
   * @param before only those with a smaller number; null for all
   */
  List<Message> newest(Recipient recipient, boolean unreadOnly, Long before, int limit);

  /** Oldest first, those with a greater number. */
  List<Message> after(Recipient recipient, long number, int limit);

  /** The number of the last message of each of them that has one. */
  Map<Recipient, Long> last(Collection<Recipient> recipients);

  /** Marks a message as read, if it was not; empty if there is no such message of theirs. */
  Optional<Message> read(Recipient recipient, UUID id, Instant at);
}

package org.corridor.notification.domain;

import java.util.Optional;
import java.util.UUID;

/** What notices must have in common to be told as one. */
public record SummaryKey(NoticeType type, UUID addresseeId, UUID accountId) {

  /** Empty if it is to be told on its own, as a summary is. */
  public static Optional<SummaryKey> of(Notice notice) {
    var facts = notice.facts();
    return notice.type().mayBeSummedUp() && facts.accountId() != null && facts.count() == null
        ? Optional.of(new SummaryKey(notice.type(), notice.addressee().id(), facts.accountId()))
        : Optional.empty();
  }
}

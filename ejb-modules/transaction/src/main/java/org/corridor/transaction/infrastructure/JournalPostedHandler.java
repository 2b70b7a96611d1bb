package org.corridor.transaction.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.corridor.platform.events.EventHandler;
import org.corridor.platform.events.Moments;
import org.corridor.platform.events.ReceivedEvent;
import org.corridor.platform.events.UnreadableEvent;
import org.corridor.transaction.application.TakeJournalPosted;
import org.corridor.transaction.application.TakeJournalPosted.JournalPosted;

/** The ledger's own word that a journal was posted. */
@ApplicationScoped
public class JournalPostedHandler implements EventHandler {

  static final String JOURNAL_POSTED = "account.journal-posted.v1";

  private final TakeJournalPosted journalPosted;

  /** For the container's proxy. */
  protected JournalPostedHandler() {
    this(null);
  }

  @Inject
  public JournalPostedHandler(TakeJournalPosted journalPosted) {
    this.journalPosted = journalPosted;
  }

  @Override
  public Set<String> types() {
    return Set.of(JOURNAL_POSTED);
  }

  @Override
  public void take(List<ReceivedEvent> events) {
    var moments = new Moments();
    journalPosted.take(events.stream().map(event -> journalPosted(event, moments)).toList());
  }

  /** Takes what it needs and no more: the publisher may add members within a version. */
  static JournalPosted journalPosted(ReceivedEvent event, Moments moments) {
    try {
      return new JournalPosted(
          event.id(),
          UUID.fromString(event.text("journalId")),
          moments.read(event.text("bookedAt")));
    } catch (RuntimeException e) {
      throw new UnreadableEvent("not an event of a posted journal", e);
    }
  }
}

package org.corridor.notification.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.corridor.notification.domain.Addressee;
import org.corridor.notification.domain.Facts;
import org.corridor.notification.domain.Notice;
import org.corridor.notification.domain.NoticeType;
import org.corridor.platform.events.ReceivedEvent;
import org.corridor.platform.id.Ids;

/**
 * Takes events of others and writes down who is to be told of them, in one transaction with the
 * inbox. Nobody is asked and nothing is sent here: whatever is slow cannot hold up the events.
 */
@ApplicationScoped
public class RecordNotices {

  private final UnitOfWork units;
  private final EventInbox inbox;
  private final Notices notices;
  private final Clock clock;

  @Inject
  public RecordNotices(
      UnitOfWork units, EventInbox inbox, Notices notices, @NotificationClock Clock clock) {
    this.units = units;
    this.inbox = inbox;
    this.notices = notices;
    this.clock = clock;
  }

  /** For the container's proxy. */
  protected RecordNotices() {
    this(null, null, null, null);
  }

  /** That somebody is to be told. */
  public record Told(NoticeType type, Addressee addressee, Facts facts) {}

  /**
   * @param consumer the bean that takes the events; each has an inbox of its own
   * @param whoIsTold of one event; called within the unit of work, and only for those that were not
   *     taken before
   */
  public void take(
      String consumer, List<ReceivedEvent> events, Function<ReceivedEvent, List<Told>> whoIsTold) {
    units.run(
        () -> {
          var fresh = inbox.take(consumer, events.stream().map(ReceivedEvent::id).toList());
          var made =
              events.stream()
                  .filter(event -> fresh.contains(event.id()))
                  .flatMap(event -> notices(event, whoIsTold.apply(event)).stream())
                  .toList();
          notices.addAll(made, clock.instant());
        });
  }

  private static List<Notice> notices(ReceivedEvent event, List<Told> tellings) {
    return tellings.stream()
        .map(
            told ->
                new Notice(
                    Ids.next(),
                    event.id(),
                    told.type(),
                    told.addressee(),
                    told.facts(),
                    event.time(),
                    event.correlationId(),
                    0))
        .toList();
  }
}

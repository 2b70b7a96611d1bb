package org.corridor.notification.application.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.corridor.notification.application.Notices;
import org.corridor.notification.application.webhook.EndpointBook.Entry;
import org.corridor.notification.domain.Addressee;
import org.corridor.notification.domain.Facts;
import org.corridor.notification.domain.Notice;
import org.corridor.notification.domain.NoticeType;
import org.corridor.notification.domain.NotificationEvent.WebhookEndpointChanged.Change;
import org.corridor.notification.domain.webhook.Endpoint;
import org.corridor.platform.events.Trail;
import org.corridor.platform.id.Ids;

/** The health of endpoints; within the unit of work of its caller. */
@ApplicationScoped
public class DisableEndpoint {

  private static final Logger LOG = Logger.getLogger(DisableEndpoint.class.getName());
  private static final String PLATFORM = "system:webhooks";

  private final EndpointBook book;
  private final WebhookMessages messages;
  private final Notices notices;

  @Inject
  public DisableEndpoint(EndpointBook book, WebhookMessages messages, Notices notices) {
    this.book = book;
    this.messages = messages;
    this.notices = notices;
  }

  /** For the container's proxy. */
  protected DisableEndpoint() {
    this(null, null, null);
  }

  void succeeded(UUID endpointId) {
    book.endpoints().succeeded(endpointId);
  }

  Optional<Endpoint> failed(UUID endpointId, Instant now) {
    return book.endpoints().failed(endpointId, now);
  }

  /**
   * Calls it no more; a client that owns it is told, the organisation by the event.
   *
   * @param endpoint locked
   */
  void disable(Endpoint endpoint, String reason, String correlationId, Instant now) {
    var after = endpoint.disabled(reason, now);
    if (!book.endpoints().save(after)) {
      throw new IllegalStateException("the endpoint " + endpoint.id() + " was not locked");
    }
    messages.failPending(after.id(), ChangeEndpoint.DISABLED, now);
    var change = reason.equals(Endpoint.GONE) ? Change.DISABLED_GONE : Change.DISABLED_FAILING;
    book.tell(after, new Entry(change, PLATFORM, now, Trail.of(correlationId)));
    after
        .owner()
        .clientId()
        .ifPresent(client -> notices.addAll(List.of(notice(client, correlationId, now)), now));
    LOG.log(
        Level.WARNING,
        "the webhook endpoint {0} is disabled: {1}",
        new Object[] {after.id(), reason});
  }

  private static Notice notice(UUID clientId, String correlationId, Instant now) {
    return new Notice(
        Ids.next(),
        Ids.next(),
        NoticeType.WEBHOOK_DISABLED,
        Addressee.client(clientId),
        Facts.none(),
        now,
        correlationId,
        0);
  }
}

package org.corridor.notification.application.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.corridor.notification.application.webhook.MakeWebhooks.Offer;
import org.corridor.notification.domain.Notice;
import org.corridor.notification.domain.Recipient;
import org.corridor.notification.domain.webhook.EndpointOwner;
import org.corridor.notification.domain.webhook.PublicEvent;

/**
 * Tells clients' endpoints of what becomes of their accounts. Those events do not say whose the
 * account is, so it waits until the notice of it is addressed; and what nobody is told, such as a
 * freeze for a suspicion, no endpoint is either.
 */
@ApplicationScoped
public class TellEndpoints {

  private final MakeWebhooks webhooks;

  @Inject
  public TellEndpoints(MakeWebhooks webhooks) {
    this.webhooks = webhooks;
  }

  /** For the container's proxy. */
  protected TellEndpoints() {
    this(null);
  }

  /** Within the unit of work that addresses the notice. */
  public void tell(Notice notice, Recipient recipient) {
    if (recipient.kind() == Recipient.Kind.CLIENT) {
      type(notice)
          .ifPresent(
              type ->
                  webhooks.make(
                      List.of(
                          new Offer(
                              EndpointOwner.client(recipient.id()),
                              notice.eventId(),
                              notice.correlationId(),
                              new PublicEvent(
                                  type,
                                  notice.occurredAt(),
                                  Map.of("accountId", notice.facts().accountId().toString()))))));
    }
  }

  private static Optional<String> type(Notice notice) {
    return switch (notice.type()) {
      case ACCOUNT_FROZEN -> Optional.of("account.frozen");
      case ACCOUNT_UNFROZEN -> Optional.of("account.unfrozen");
      case ACCOUNT_CLOSED -> Optional.of("account.closed");
      default -> Optional.empty();
    };
  }
}

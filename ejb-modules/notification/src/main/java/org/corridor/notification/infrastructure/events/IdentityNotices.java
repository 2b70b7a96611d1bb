package org.corridor.notification.infrastructure.events;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.corridor.notification.application.RecordNotices;
import org.corridor.notification.application.RecordNotices.Told;
import org.corridor.notification.domain.Addressee;
import org.corridor.notification.domain.Facts;
import org.corridor.notification.domain.NoticeType;
import org.corridor.platform.events.EventHandler;
import org.corridor.platform.events.ReceivedEvent;
import org.corridor.platform.events.UnreadableEvent;

/** Tells clients what becomes of the review of who they are, never why. */
@ApplicationScoped
public class IdentityNotices implements EventHandler {

  private static final String APPROVED = "client.kyc-approved.v1";
  private static final String REJECTED = "client.kyc-rejected.v1";
  private static final String EXPIRED = "client.kyc-expired.v1";

  private final RecordNotices notices;

  @Inject
  public IdentityNotices(RecordNotices notices) {
    this.notices = notices;
  }

  /** For the container's proxy. */
  protected IdentityNotices() {
    this(null);
  }

  @Override
  public Set<String> types() {
    return Set.of(APPROVED, REJECTED, EXPIRED);
  }

  @Override
  public void take(List<ReceivedEvent> events) {
    notices.take("notification-identity", events, IdentityNotices::whoIsTold);
  }

  private static List<Told> whoIsTold(ReceivedEvent event) {
    var client = Addressee.client(UUID.fromString(event.text("clientId")));
    return switch (event.type()) {
      case APPROVED ->
          List.of(
              new Told(
                  NoticeType.KYC_APPROVED,
                  client,
                  Facts.validUntil(LocalDate.parse(event.text("validUntil")))));
      case REJECTED -> List.of(new Told(NoticeType.KYC_REJECTED, client, Facts.none()));
      case EXPIRED -> List.of(new Told(NoticeType.KYC_EXPIRED, client, Facts.none()));
      default -> throw new UnreadableEvent("not an event of a review: " + event.type(), null);
    };
  }
}

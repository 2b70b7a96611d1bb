package org.corridor.notification.infrastructure.events;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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

/**
 * Tells the owner of an account what becomes of it, never why. Of a freeze for a suspicion nobody
 * is told: whoever is looked into must not be warned.
 */
@ApplicationScoped
public class AccountNotices implements EventHandler {

  private static final String FROZEN = "account.account-frozen.v1";
  private static final String UNFROZEN = "account.account-unfrozen.v1";
  private static final String CLOSED = "account.account-closed.v1";

  private static final Set<String> SUSPICIONS = Set.of("COMPLIANCE", "SUSPECTED_FRAUD");

  private final RecordNotices notices;

  @Inject
  public AccountNotices(RecordNotices notices) {
    this.notices = notices;
  }

  /** For the container's proxy. */
  protected AccountNotices() {
    this(null);
  }

  @Override
  public Set<String> types() {
    return Set.of(FROZEN, UNFROZEN, CLOSED);
  }

  @Override
  public void take(List<ReceivedEvent> events) {
    notices.take("notification-accounts", events, AccountNotices::whoIsTold);
  }

  private static List<Told> whoIsTold(ReceivedEvent event) {
    return switch (event.type()) {
      case FROZEN ->
          SUSPICIONS.contains(event.text("reason"))
              ? List.of()
              : owner(event, NoticeType.ACCOUNT_FROZEN);
      case UNFROZEN -> owner(event, NoticeType.ACCOUNT_UNFROZEN);
      case CLOSED -> owner(event, NoticeType.ACCOUNT_CLOSED);
      default -> throw new UnreadableEvent("not an event of an account: " + event.type(), null);
    };
  }

  private static List<Told> owner(ReceivedEvent event, NoticeType type) {
    var account = UUID.fromString(event.text("accountId"));
    return List.of(new Told(type, Addressee.ownerOf(account), Facts.ofAccount(account)));
  }
}

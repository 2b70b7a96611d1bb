package org.corridor.notification.infrastructure.events;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.corridor.notification.application.KnownDevices;
import org.corridor.notification.application.RecordNotices;
import org.corridor.notification.application.RecordNotices.Told;
import org.corridor.notification.domain.Addressee;
import org.corridor.notification.domain.Facts;
import org.corridor.notification.domain.NoticeType;
import org.corridor.platform.events.EventHandler;
import org.corridor.platform.events.ReceivedEvent;
import org.corridor.platform.events.UnreadableEvent;

/**
 * Tells users what somebody does in their name: another password, a second factor or a passkey that
 * comes or goes, a sign-in from a device where they were not seen before, every fifth failed
 * attempt in a row. Sends them the links by which they choose a password.
 */
@ApplicationScoped
public class SecurityNotices implements EventHandler {

  private static final String SIGNED_IN = "auth.sign-in-succeeded.v1";
  private static final String SIGN_IN_FAILED = "auth.sign-in-failed.v1";

  private static final String RESET_REQUESTED = "auth.password-reset-requested.v1";
  private static final String INVITED = "auth.user-invited.v1";

  /** Of which the user is told whoever has done it, and in no more words than that. */
  private static final Map<String, NoticeType> CHANGES =
      Map.of(
          "auth.password-changed.v1", NoticeType.PASSWORD_CHANGED,
          "auth.second-factor-enabled.v1", NoticeType.SECOND_FACTOR_ENABLED,
          "auth.second-factor-disabled.v1", NoticeType.SECOND_FACTOR_DISABLED,
          "auth.recovery-code-used.v1", NoticeType.RECOVERY_CODE_USED,
          "auth.recovery-codes-renewed.v1", NoticeType.RECOVERY_CODES_RENEWED,
          "auth.passkey-registered.v1", NoticeType.PASSKEY_REGISTERED,
          "auth.passkey-removed.v1", NoticeType.PASSKEY_REMOVED,
          "auth.passkey-suspended.v1", NoticeType.PASSKEY_SUSPENDED);

  private static final int MANY = 5;

  private final RecordNotices notices;
  private final KnownDevices devices;

  @Inject
  public SecurityNotices(RecordNotices notices, KnownDevices devices) {
    this.notices = notices;
    this.devices = devices;
  }

  /** For the container's proxy. */
  protected SecurityNotices() {
    this(null, null);
  }

  @Override
  public Set<String> types() {
    var types = new HashSet<>(CHANGES.keySet());
    types.addAll(Set.of(SIGNED_IN, SIGN_IN_FAILED, RESET_REQUESTED, INVITED));
    return types;
  }

  @Override
  public void take(List<ReceivedEvent> events) {
    notices.take("notification-security", events, this::whoIsTold);
  }

  private List<Told> whoIsTold(ReceivedEvent event) {
    var change = CHANGES.get(event.type());
    if (change != null) {
      return List.of(new Told(change, user(event), Facts.none()));
    }
    return switch (event.type()) {
      case SIGNED_IN -> signedIn(event);
      case SIGN_IN_FAILED -> failed(event);
      case RESET_REQUESTED -> link(NoticeType.PASSWORD_RESET, event);
      case INVITED -> link(NoticeType.INVITATION, event);
      default -> throw new UnreadableEvent("not an event of a sign-in: " + event.type(), null);
    };
  }

  private List<Told> signedIn(ReceivedEvent event) {
    var device = event.data().path("device").textValue();
    var user = user(event);
    return device == null || !devices.isNew(user.id(), device, event.time())
        ? List.of()
        : List.of(new Told(NoticeType.NEW_DEVICE, user, Facts.none()));
  }

  /** Of an attempt under a name that nobody has, nobody is told. */
  private static List<Told> failed(ReceivedEvent event) {
    var failures = event.data().path("failures").asInt();
    return failures == 0 || failures % MANY != 0 || event.data().path("userId").isMissingNode()
        ? List.of()
        : List.of(new Told(NoticeType.SIGN_IN_FAILURES, user(event), Facts.ofCount(failures)));
  }

  /** Whoever asks for a name that nobody has, or asks again and again, gets no link. */
  private static List<Told> link(NoticeType type, ReceivedEvent event) {
    return event.data().path("linkId").isTextual()
        ? List.of(new Told(type, user(event), Facts.ofLink(UUID.fromString(event.text("linkId")))))
        : List.of();
  }

  private static Addressee user(ReceivedEvent event) {
    return Addressee.user(UUID.fromString(event.text("userId")));
  }
}

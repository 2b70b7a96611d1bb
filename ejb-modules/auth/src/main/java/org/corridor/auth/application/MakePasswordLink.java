package org.corridor.auth.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.corridor.auth.domain.Digests;
import org.corridor.auth.domain.PasswordLink;
import org.corridor.auth.domain.PasswordResetRequested;
import org.corridor.auth.domain.User;
import org.corridor.auth.domain.UserInvited;
import org.corridor.kernel.DomainEvent;
import org.corridor.platform.events.Trail;
import org.corridor.platform.id.Ids;

/**
 * Makes links, within the transaction of its caller; of a user's links one is good at a time. Who
 * is to send it hears of its id by an event, and asks for its address when it sends it.
 */
@ApplicationScoped
public class MakePasswordLink {

  private final PasswordLinks links;
  private final PasswordLinkSecrets secrets;
  private final EventLog events;
  private final PeopleSettings settings;
  private final AuthClock clock;

  @Inject
  public MakePasswordLink(
      PasswordLinks links,
      PasswordLinkSecrets secrets,
      EventLog events,
      PeopleSettings settings,
      AuthClock clock) {
    this.links = links;
    this.secrets = secrets;
    this.events = events;
    this.settings = settings;
    this.clock = clock;
  }

  /** For the container's proxy. */
  protected MakePasswordLink() {
    this(null, null, null, null, null);
  }

  /** Whether a message could reach the user: at its own address, or as the client that it is. */
  static boolean canReach(User user) {
    return user.profile().email() != null || user.assignment().corridorClient() != null;
  }

  void reset(User user, Trail trail) {
    var link = make(user, PasswordLink.Purpose.RESET);
    tell(link.id(), new PasswordResetRequested(user.id(), link.id(), link.expiresAt()), trail);
  }

  /**
   * Somebody has asked, and gets none.
   *
   * @param userId null if there is no such user
   */
  void refuseReset(UUID userId, Trail trail) {
    tell(Ids.next(), new PasswordResetRequested(userId, null, null), trail);
  }

  void invite(User user, String by, Trail trail) {
    var link = make(user, PasswordLink.Purpose.INVITATION);
    tell(link.id(), new UserInvited(user.id(), link.id(), link.expiresAt(), by), trail);
  }

  private PasswordLink make(User user, PasswordLink.Purpose purpose) {
    var now = clock.now();
    var id = Ids.next();
    var life =
        purpose == PasswordLink.Purpose.RESET
            ? settings.resetLifetime()
            : settings.invitationLifetime();
    var hash = Digests.sha256(secrets.of(id));
    var link = new PasswordLink(id, user.id(), purpose, hash, now, now.plus(life), null);
    links.lockOf(user.id());
    links.endAllOf(user.id(), now);
    links.add(link);
    return link;
  }

  private void tell(UUID linkId, DomainEvent event, Trail trail) {
    events.append("password-link/" + linkId, 0, List.of(event), clock.now(), trail);
  }
}

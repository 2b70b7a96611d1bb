package org.corridor.auth.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.corridor.auth.domain.PasswordFault;
import org.corridor.auth.domain.PasswordLink;
import org.corridor.auth.domain.User;
import org.corridor.platform.events.Trail;

/** Lets whoever has a link choose a password, once. It ends all sign-ins of before. */
@ApplicationScoped
public class UsePasswordLink {

  private final PasswordLinks links;
  private final Users users;
  private final NewPasswords choosing;
  private final EventLog events;
  private final AuthClock clock;

  @Inject
  public UsePasswordLink(
      PasswordLinks links, Users users, NewPasswords choosing, EventLog events, AuthClock clock) {
    this.links = links;
    this.users = users;
    this.choosing = choosing;
    this.events = events;
    this.clock = clock;
  }

  /** For the container's proxy. */
  protected UsePasswordLink() {
    this(null, null, null, null, null);
  }

  /** What became of it. */
  public sealed interface Answer {

    record Chosen() implements Answer {}

    /** The link is still good. */
    record Refused(PasswordFault fault) implements Answer {}

    /** Used, over, or never made. */
    record NotGood() implements Answer {}
  }

  private record Opened(PasswordLink link, User user) {}

  /** Whether a password can be chosen by it now. */
  public boolean isGood(String token) {
    return open(token).isPresent();
  }

  public Answer use(String token, String wanted, Trail trail) {
    var opened = open(token).orElse(null);
    if (opened == null) {
      return new Answer.NotGood();
    }
    var fault = choosing.fault(wanted, opened.user());
    if (fault.isPresent()) {
      return new Answer.Refused(fault.get());
    }
    var chosen = choosing.choose(opened.user(), wanted, () -> takeUp(opened.link(), trail), trail);
    return chosen instanceof Outcome.Done ? new Answer.Chosen() : new Answer.NotGood();
  }

  /** Of two at the same instant one does. */
  private boolean takeUp(PasswordLink opened, Trail trail) {
    links.lockOf(opened.userId());
    var now = clock.now();
    var good = links.byId(opened.id()).filter(link -> link.isGood(now)).isPresent();
    if (good) {
      links.endAllOf(opened.userId(), now);
      events.append("password-link/" + opened.id(), 1, List.of(opened.used()), now, trail);
    }
    return good;
  }

  private Optional<Opened> open(String token) {
    return PasswordLinkSecrets.Presented.parse(token)
        .flatMap(
            presented ->
                links.byId(presented.id()).filter(link -> link.isOpenedBy(presented.secret())))
        .filter(link -> link.isGood(clock.now()))
        .flatMap(
            link ->
                users
                    .byId(link.userId())
                    .filter(User::isActive)
                    .map(user -> new Opened(link, user)));
  }
}

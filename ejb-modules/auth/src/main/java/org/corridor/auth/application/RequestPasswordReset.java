package org.corridor.auth.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.corridor.auth.domain.User;
import org.corridor.platform.events.Trail;

/**
 * Lets somebody who does not know its password have a link sent. Whether there is such a user is
 * told to nobody: neither by the answer, nor by its time, which a slow hash makes up.
 */
@ApplicationScoped
public class RequestPasswordReset {

  /** So that nobody fills another's mailbox. */
  static final int MOST_IN_AN_HOUR = 3;

  private static final Duration HOUR = Duration.ofHours(1);

  private final Users users;
  private final PasswordLinks links;
  private final MakePasswordLink making;
  private final PasswordHashing hashing;
  private final Transactions transactions;
  private final AuthClock clock;

  @Inject
  public RequestPasswordReset(
      Users users,
      PasswordLinks links,
      MakePasswordLink making,
      PasswordHashing hashing,
      Transactions transactions,
      AuthClock clock) {
    this.users = users;
    this.links = links;
    this.making = making;
    this.hashing = hashing;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** For the container's proxy. */
  protected RequestPasswordReset() {
    this(null, null, null, null, null, null);
  }

  public void request(String username, Trail trail) {
    hashing.matches("", null);
    var name = User.Profile.normalized(username);
    transactions.inNew(
        () -> {
          var user = users.byUsername(User.Profile.isUsername(name) ? name : "-");
          if (user.filter(this::getsOne).isPresent()) {
            making.reset(user.get(), trail);
          } else {
            making.refuseReset(user.map(User::id).orElse(null), trail);
          }
          return name;
        });
  }

  private boolean getsOne(User user) {
    links.lockOf(user.id());
    return user.isActive()
        && MakePasswordLink.canReach(user)
        && links.madeSince(user.id(), clock.now().minus(HOUR)) < MOST_IN_AN_HOUR;
  }
}

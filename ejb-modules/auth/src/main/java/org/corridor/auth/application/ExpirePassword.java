package org.corridor.auth.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.corridor.auth.domain.PasswordExpired;
import org.corridor.auth.domain.User;
import org.corridor.kernel.Caller;
import org.corridor.platform.audit.Concealed;
import org.corridor.platform.events.Trail;

/** Lets a user choose another password at its next sign-in. */
@ApplicationScoped
@Transactional
public class ExpirePassword {

  private final Users users;
  private final RoleChecks roles;
  private final EventLog events;
  private final AuthClock clock;

  @Inject
  public ExpirePassword(Users users, RoleChecks roles, EventLog events, AuthClock clock) {
    this.users = users;
    this.roles = roles;
    this.events = events;
    this.clock = clock;
  }

  /** For the container's proxy. */
  protected ExpirePassword() {
    this(null, null, null, null);
  }

  /** Once more changes nothing. */
  public Outcome<User> expire(UUID userId, Caller caller, Trail trail) {
    var found =
        users
            .lockedById(userId)
            .filter(
                user ->
                    Concealed.unless(AuthAccess.mayReach(caller, user), caller, "user", user.id()));
    if (found.isEmpty()) {
      return Outcome.refused(new Refusal.NotFound("user"));
    }
    var user = found.get();
    if (!roles.mayManage(caller, user)) {
      return Outcome.refused(
          new Refusal.Forbidden("You may not expire the password of this user."));
    }
    if (user.passwordExpired() || user.passwordHash() == null) {
      return Outcome.done(user);
    }
    var expired = user.withExpiredPassword();
    users.save(expired);
    events.append(
        "user/" + user.id(),
        user.version(),
        List.of(new PasswordExpired(user.id(), caller.subject())),
        clock.now(),
        trail);
    return Outcome.done(expired);
  }
}

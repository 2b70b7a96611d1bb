package org.corridor.auth.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.corridor.auth.domain.User;
import org.corridor.kernel.Caller;
import org.corridor.platform.audit.Concealed;
import org.corridor.platform.events.Trail;

/** Sends a user who has no password yet another invitation; the one before is good no more. */
@ApplicationScoped
@Transactional
public class InviteUser {

  private final Users users;
  private final RoleChecks roles;
  private final MakePasswordLink making;

  @Inject
  public InviteUser(Users users, RoleChecks roles, MakePasswordLink making) {
    this.users = users;
    this.roles = roles;
    this.making = making;
  }

  /** For the container's proxy. */
  protected InviteUser() {
    this(null, null, null);
  }

  public Outcome<User> invite(UUID userId, Caller caller, Trail trail) {
    var found =
        users
            .byId(userId)
            .filter(
                user ->
                    Concealed.unless(AuthAccess.mayReach(caller, user), caller, "user", user.id()));
    if (found.isEmpty()) {
      return Outcome.refused(new Refusal.NotFound("user"));
    }
    var user = found.get();
    var refusal = roles.refusal(caller, user.assignment()).or(() -> refusal(user));
    if (refusal.isPresent()) {
      return Outcome.refused(refusal.get());
    }
    making.invite(user, caller.subject(), trail);
    return Outcome.done(user);
  }

  private static Optional<Refusal> refusal(User user) {
    if (user.passwordHash() != null) {
      return Optional.of(
          new Refusal.AgainstRule("has-password", "This user has chosen its password already."));
    }
    return user.isActive() ? unreachable(user) : Optional.of(notActive());
  }

  private static Refusal notActive() {
    return new Refusal.AgainstRule("user-not-active", "This user may not sign in.");
  }

  static Optional<Refusal> unreachable(User user) {
    return MakePasswordLink.canReach(user)
        ? Optional.empty()
        : Optional.of(
            new Refusal.AgainstRule(
                "no-address",
                "Without a password a user must have an e-mail address, or be a client, which an"
                    + " invitation can be sent to."));
  }
}

package org.corridor.auth.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.corridor.auth.domain.Assignment;
import org.corridor.auth.domain.LockOut;
import org.corridor.auth.domain.Revocation;
import org.corridor.auth.domain.User;
import org.corridor.auth.domain.UserStatus;
import org.corridor.auth.domain.UserUpdated;
import org.corridor.kernel.Caller;
import org.corridor.platform.audit.Concealed;
import org.corridor.platform.events.Trail;

/**
 * Changes what a user is, or whether it may sign in. Access tokens that tell what it was count for
 * nothing from then on; its programs refresh them.
 */
@ApplicationScoped
@Transactional
public class UpdateUser {

  private final Users users;
  private final SignIns signIns;
  private final RoleChecks roles;
  private final Revocations revocations;
  private final EventLog events;
  private final AuthClock clock;

  @Inject
  public UpdateUser(
      Users users,
      SignIns signIns,
      RoleChecks roles,
      Revocations revocations,
      EventLog events,
      AuthClock clock) {
    this.users = users;
    this.signIns = signIns;
    this.roles = roles;
    this.revocations = revocations;
    this.events = events;
    this.clock = clock;
  }

  /** For the container's proxy. */
  protected UpdateUser() {
    this(null, null, null, null, null, null);
  }

  /**
   * What the caller asks for: all of it as it shall be.
   *
   * @param expectedVersion that the caller has read
   */
  public record Command(
      UUID userId,
      long expectedVersion,
      String displayName,
      String email,
      Assignment assignment,
      UserStatus status,
      Caller caller,
      Trail trail) {}

  public Outcome<User> update(Command command) {
    var found = users.lockedById(command.userId()).filter(user -> reaches(command.caller(), user));
    if (found.isEmpty()) {
      return Outcome.refused(new Refusal.NotFound("user"));
    }
    var user = found.get();
    var refusal = refusal(command, user);
    if (refusal.isPresent()) {
      return Outcome.refused(refusal.get());
    }
    var now = clock.now();
    var profile = new User.Profile(user.username(), command.displayName(), command.email());
    var changed = user.changed(profile, command.assignment(), command.status(), now);
    users.save(changed);
    if (!changed.assignment().equals(user.assignment())) {
      revocations.add(Revocation.ofIssued(Revocation.Claim.USER, user.id().toString(), now));
    }
    if (changed.isActive() && !user.isActive()) {
      signIns.save(signIns.lock(user.id()).with(LockOut.none()));
    }
    events.append(
        "user/" + user.id(),
        user.version(),
        List.of(UserUpdated.of(changed, command.caller().subject())),
        now,
        command.trail());
    return Outcome.done(changed);
  }

  private Optional<Refusal> refusal(Command command, User user) {
    if (user.version() != command.expectedVersion()) {
      return Optional.of(new Refusal.Stale());
    }
    if (AuthAccess.isOneself(command.caller(), user.id())) {
      return Optional.of(new Refusal.Forbidden("Nobody changes its own roles, limits or status."));
    }
    if (!roles.mayChange(command.caller(), user)) {
      return Optional.of(
          new Refusal.Forbidden("This user may do what you may not: you cannot change it."));
    }
    return roles.refusal(command.caller(), command.assignment());
  }

  private static boolean reaches(Caller caller, User user) {
    return Concealed.unless(AuthAccess.mayReach(caller, user), caller, "user", user.id());
  }
}

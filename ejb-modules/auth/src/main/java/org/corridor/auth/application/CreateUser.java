package org.corridor.auth.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.corridor.auth.domain.Assignment;
import org.corridor.auth.domain.PasswordRule;
import org.corridor.auth.domain.User;
import org.corridor.auth.domain.UserCreated;
import org.corridor.kernel.Caller;
import org.corridor.platform.events.Trail;
import org.corridor.platform.id.Ids;

/** Lets a person in. */
@ApplicationScoped
@Transactional
public class CreateUser {

  private final Users users;
  private final RoleChecks roles;
  private final PasswordHashing hashing;
  private final EventLog events;
  private final AuthClock clock;

  @Inject
  public CreateUser(
      Users users, RoleChecks roles, PasswordHashing hashing, EventLog events, AuthClock clock) {
    this.users = users;
    this.roles = roles;
    this.hashing = hashing;
    this.events = events;
    this.clock = clock;
  }

  /** For the container's proxy. */
  protected CreateUser() {
    this(null, null, null, null, null);
  }

  /** What the caller asks for. */
  public record Command(
      User.Profile profile, Assignment assignment, String password, Caller caller, Trail trail) {

    /** Without the password. */
    @Override
    public String toString() {
      return "CreateUser.Command[]";
    }
  }

  public Outcome<User> create(Command command) {
    var refusal = refusal(command);
    if (refusal.isPresent()) {
      return Outcome.refused(refusal.get());
    }
    var now = clock.now();
    var user =
        User.created(
            Ids.next(),
            command.profile(),
            command.assignment(),
            hashing.hash(command.password()),
            now);
    if (!users.add(user)) {
      return Outcome.refused(
          new Refusal.Conflict("username-taken", "There is a user of this name already."));
    }
    var created =
        new UserCreated(
            user.id(),
            user.assignment().sortedRoles(),
            user.assignment().branch(),
            user.assignment().corridorClient(),
            command.caller().subject());
    events.append("user/" + user.id(), 0, List.of(created), now, command.trail());
    return Outcome.done(user);
  }

  private Optional<Refusal> refusal(Command command) {
    var fault = PasswordRule.fault(command.password(), command.profile().username());
    if (fault.isPresent()) {
      return Optional.of(new Refusal.AgainstRule("password-refused", fault.get()));
    }
    return roles.refusal(command.caller(), command.assignment());
  }
}

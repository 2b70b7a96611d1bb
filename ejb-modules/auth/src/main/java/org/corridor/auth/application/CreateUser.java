package org.corridor.auth.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.corridor.auth.domain.Assignment;
import org.corridor.auth.domain.User;
import org.corridor.auth.domain.UserCreated;
import org.corridor.kernel.Caller;
import org.corridor.platform.events.Trail;
import org.corridor.platform.id.Ids;

/** Lets a person in: with a password, or with an invitation to choose one. */
@ApplicationScoped
@Transactional
public class CreateUser {

  private final Users users;
  private final RoleChecks roles;
  private final NewPasswords passwords;
  private final MakePasswordLink links;
  private final EventLog events;
  private final AuthClock clock;

  @Inject
  public CreateUser(
      Users users,
      RoleChecks roles,
      NewPasswords passwords,
      MakePasswordLink links,
      EventLog events,
      AuthClock clock) {
    this.users = users;
    this.roles = roles;
    this.passwords = passwords;
    this.links = links;
    this.events = events;
    this.clock = clock;
  }

  /** For the container's proxy. */
  protected CreateUser() {
    this(null, null, null, null, null, null);
  }

  /**
   * What the caller asks for.
   *
   * @param password null to have the user choose its own
   */
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
            command.password() == null ? null : passwords.hash(command.password()),
            now);
    var unreachable =
        command.password() == null ? InviteUser.unreachable(user) : Optional.<Refusal>empty();
    if (unreachable.isPresent()) {
      return Outcome.refused(unreachable.get());
    }
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
    if (command.password() == null) {
      links.invite(user, command.caller().subject(), command.trail());
    }
    return Outcome.done(user);
  }

  private Optional<Refusal> refusal(Command command) {
    if (command.password() != null) {
      var fault = passwords.fault(command.password(), command.profile().username());
      if (fault.isPresent()) {
        return fault.map(PasswordPolicy::refusal);
      }
    }
    return roles.refusal(command.caller(), command.assignment());
  }
}

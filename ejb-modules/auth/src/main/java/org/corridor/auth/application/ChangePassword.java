package org.corridor.auth.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.corridor.auth.domain.User;
import org.corridor.kernel.Caller;
import org.corridor.platform.audit.Concealed;
import org.corridor.platform.events.Trail;

/**
 * Sets a password: one's own with the current one, another's by who may manage that user; then the
 * user chooses its own at its next sign-in. All sign-ins of before count for nothing.
 */
@ApplicationScoped
public class ChangePassword {

  private final Users users;
  private final PasswordCheck passwords;
  private final NewPasswords choosing;
  private final RoleChecks roles;

  @Inject
  public ChangePassword(
      Users users, PasswordCheck passwords, NewPasswords choosing, RoleChecks roles) {
    this.users = users;
    this.passwords = passwords;
    this.choosing = choosing;
    this.roles = roles;
  }

  /** For the container's proxy. */
  protected ChangePassword() {
    this(null, null, null, null);
  }

  /**
   * What the caller asks for.
   *
   * @param current null if not given
   */
  public record Command(UUID userId, String current, String wanted, Caller caller, Trail trail) {

    /** Without the passwords. */
    @Override
    public String toString() {
      return "ChangePassword.Command[" + userId + "]";
    }
  }

  public Outcome<User> change(Command command) {
    var found = users.byId(command.userId()).filter(user -> reaches(command.caller(), user));
    if (found.isEmpty()) {
      return Outcome.refused(new Refusal.NotFound("user"));
    }
    var user = found.get();
    var refusal = refusal(command, user);
    if (refusal.isPresent()) {
      return Outcome.refused(refusal.get());
    }
    var by = command.caller().subject();
    return AuthAccess.isOneself(command.caller(), user.id())
        ? choosing.choose(user, command.wanted(), command.trail())
        : choosing.set(user, command.wanted(), by, command.trail());
  }

  private Optional<Refusal> refusal(Command command, User user) {
    var oneself = AuthAccess.isOneself(command.caller(), user.id());
    if (!roles.maySetPassword(command.caller(), user)) {
      return Optional.of(new Refusal.Forbidden("You may not set the password of this user."));
    }
    var fault = choosing.fault(command.wanted(), user.username());
    if (fault.isEmpty() && oneself) {
      return knowsCurrent(command, user)
          ? choosing.fault(command.wanted(), user).map(PasswordPolicy::refusal)
          : Optional.of(
              new Refusal.AgainstRule(
                  "current-password-wrong",
                  "The current password is wrong, or too many attempts have failed."));
    }
    return fault.map(PasswordPolicy::refusal);
  }

  private boolean knowsCurrent(Command command, User user) {
    return command.current() != null
        && passwords.check(user.id(), command.current(), command.trail()).isPresent();
  }

  private static boolean reaches(Caller caller, User user) {
    return Concealed.unless(AuthAccess.mayReach(caller, user), caller, "user", user.id());
  }
}

package org.corridor.auth.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.corridor.auth.domain.PasswordChanged;
import org.corridor.auth.domain.PasswordRule;
import org.corridor.auth.domain.User;
import org.corridor.kernel.Caller;
import org.corridor.platform.events.Trail;

/**
 * Sets a password: one's own with the current one, another's by who may manage that user. All
 * sign-ins of before count for nothing.
 */
@ApplicationScoped
public class ChangePassword {

  private final Users users;
  private final PasswordCheck passwords;
  private final PasswordHashing hashing;
  private final RoleChecks roles;
  private final UserWrites writes;

  @Inject
  public ChangePassword(
      Users users,
      PasswordCheck passwords,
      PasswordHashing hashing,
      RoleChecks roles,
      UserWrites writes) {
    this.users = users;
    this.passwords = passwords;
    this.hashing = hashing;
    this.roles = roles;
    this.writes = writes;
  }

  /** For the container's proxy. */
  protected ChangePassword() {
    this(null, null, null, null, null);
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
    var found =
        users.byId(command.userId()).filter(user -> AuthAccess.mayReach(command.caller(), user));
    if (found.isEmpty()) {
      return Outcome.refused(new Refusal.NotFound("user"));
    }
    var user = found.get();
    var refusal = refusal(command, user);
    if (refusal.isPresent()) {
      return Outcome.refused(refusal.get());
    }
    return writes.password(
        user, hashing.hash(command.wanted()), command.caller().subject(), command.trail());
  }

  private Optional<Refusal> refusal(Command command, User user) {
    var oneself = AuthAccess.isOneself(command.caller(), user.id());
    if (!oneself && !roles.mayManage(command.caller(), user)) {
      return Optional.of(new Refusal.Forbidden("You may not set the password of this user."));
    }
    var fault = PasswordRule.fault(command.wanted(), user.username());
    if (fault.isPresent()) {
      return Optional.of(new Refusal.AgainstRule("password-refused", fault.get()));
    }
    if (oneself && !knowsCurrent(command, user)) {
      return Optional.of(
          new Refusal.AgainstRule(
              "current-password-wrong",
              "The current password is wrong, or too many attempts have failed."));
    }
    return Optional.empty();
  }

  private boolean knowsCurrent(Command command, User user) {
    return command.current() != null
        && passwords.check(user.id(), command.current(), command.trail()).isPresent();
  }

  /** The writing part: a transaction that no slow hash is computed in. */
  @ApplicationScoped
  public static class UserWrites {

    private final Users users;
    private final EventLog events;
    private final Transactions transactions;
    private final AuthClock clock;

    @Inject
    public UserWrites(Users users, EventLog events, Transactions transactions, AuthClock clock) {
      this.users = users;
      this.events = events;
      this.transactions = transactions;
      this.clock = clock;
    }

    /** For the container's proxy. */
    protected UserWrites() {
      this(null, null, null, null);
    }

    Outcome<User> password(User asChecked, String hash, String by, Trail trail) {
      return transactions.inNew(
          () -> {
            var user = users.lockedById(asChecked.id()).orElseThrow();
            if (user.version() != asChecked.version()) {
              return Outcome.refused(new Refusal.Stale());
            }
            var now = clock.now();
            var changed = user.withPassword(hash, now);
            users.save(changed);
            events.append(
                "user/" + user.id(),
                user.version(),
                List.of(new PasswordChanged(user.id(), by)),
                now,
                trail);
            return Outcome.done(changed);
          });
    }
  }
}

package org.corridor.auth.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.corridor.auth.domain.LockOut;
import org.corridor.auth.domain.PasswordChanged;
import org.corridor.auth.domain.PasswordFault;
import org.corridor.auth.domain.User;
import org.corridor.platform.events.Trail;

/**
 * Gives users new passwords: looks whether they may be, hashes them outside of any transaction, and
 * writes them in one of their own. All sign-ins of before count for nothing then.
 */
@ApplicationScoped
public class NewPasswords {

  private final PasswordPolicy policy;
  private final PasswordHashing hashing;
  private final Transactions transactions;
  private final Records records;
  private final AuthClock clock;

  /** What is written. */
  @ApplicationScoped
  public static class Records {

    private final Users users;
    private final SignIns signIns;
    private final FormerPasswords former;
    private final EventLog events;
    private final PeopleSettings settings;

    @Inject
    public Records(
        Users users,
        SignIns signIns,
        FormerPasswords former,
        EventLog events,
        PeopleSettings settings) {
      this.users = users;
      this.signIns = signIns;
      this.former = former;
      this.events = events;
      this.settings = settings;
    }

    /** For the container's proxy. */
    protected Records() {
      this(null, null, null, null, null);
    }

    Optional<User> current(User asRead) {
      return users.lockedById(asRead.id()).filter(current -> current.version() == asRead.version());
    }

    void write(User before, User after, String by, Trail trail) {
      var now = after.tokensValidFrom();
      if (before.passwordHash() != null && settings.formerPasswords() > 1) {
        var kept = settings.formerPasswords() - 1;
        former.add(before.id(), before.passwordHash(), now, kept);
      }
      users.save(after);
      signIns.save(signIns.lock(after.id()).with(LockOut.none()));
      var changed = new PasswordChanged(after.id(), by);
      events.append("user/" + after.id(), before.version(), List.of(changed), now, trail);
    }
  }

  @Inject
  public NewPasswords(
      PasswordPolicy policy,
      PasswordHashing hashing,
      Transactions transactions,
      Records records,
      AuthClock clock) {
    this.policy = policy;
    this.hashing = hashing;
    this.transactions = transactions;
    this.records = records;
    this.clock = clock;
  }

  /** For the container's proxy. */
  protected NewPasswords() {
    this(null, null, null, null, null);
  }

  Optional<PasswordFault> fault(String wanted, String username) {
    return policy.fault(wanted, username);
  }

  /** For who has proven to be that user. */
  Optional<PasswordFault> fault(String wanted, User user) {
    return policy.fault(wanted, user);
  }

  String hash(String wanted) {
    return hashing.hash(wanted);
  }

  /** The user's own choice; it also ends a delay after failures. */
  Outcome<User> choose(User user, String wanted, Trail trail) {
    return choose(user, wanted, () -> true, trail);
  }

  /**
   * The same, if something else is still so; decided in the same transaction.
   *
   * @param condition writes, too, what goes with it
   */
  Outcome<User> choose(User user, String wanted, Condition condition, Trail trail) {
    var hash = hashing.hash(wanted);
    return transactions.inNew(
        () ->
            records
                .current(user)
                .filter(current -> condition.holds())
                .map(
                    current -> {
                      var after = current.withPassword(hash, clock.now());
                      records.write(current, after, current.id().toString(), trail);
                      return Outcome.done(after);
                    })
                .orElseGet(() -> Outcome.refused(new Refusal.Stale())));
  }

  /** Somebody else's choice: the user must make its own at its next sign-in. */
  Outcome<User> set(User user, String wanted, String by, Trail trail) {
    var hash = hashing.hash(wanted);
    return transactions.inNew(
        () ->
            records
                .current(user)
                .map(
                    current -> {
                      var after = current.withPasswordOfAnother(hash, clock.now());
                      records.write(current, after, by, trail);
                      return Outcome.done(after);
                    })
                .orElseGet(() -> Outcome.refused(new Refusal.Stale())));
  }

  /** What must be so when a password is written. */
  @FunctionalInterface
  interface Condition {
    boolean holds();
  }
}

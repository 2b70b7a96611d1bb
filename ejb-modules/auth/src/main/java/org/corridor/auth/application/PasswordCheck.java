package org.corridor.auth.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.corridor.auth.domain.LockOut;
import org.corridor.auth.domain.PasswordRule;
import org.corridor.auth.domain.SignInFailed;
import org.corridor.auth.domain.SignInSucceeded;
import org.corridor.auth.domain.User;
import org.corridor.auth.domain.UserStatus;
import org.corridor.auth.domain.UserUpdated;
import org.corridor.kernel.DomainEvent;
import org.corridor.platform.events.Trail;
import org.corridor.platform.id.Ids;

/**
 * Checks a password. Whatever is wrong - no such user, a wrong password, a delay, a locked user -
 * the answer is the same and takes one slow hash, so neither tells who has an account here.
 *
 * <p>The attempt is charged in one transaction, the hash is computed outside of any, and the result
 * is written in a second one: so attempts at the same instant cannot get round the lock-out, and
 * nobody can hold the database by trying.
 */
@ApplicationScoped
public class PasswordCheck {

  private final Users users;
  private final SignIns signIns;
  private final AddressDelays addresses;
  private final PasswordHashing hashing;
  private final Transactions transactions;
  private final Journal journal;

  /** Where the result goes. */
  @ApplicationScoped
  public static class Journal {

    private final EventLog events;
    private final AuthCounts counts;
    private final AuthClock clock;

    @Inject
    public Journal(EventLog events, AuthCounts counts, AuthClock clock) {
      this.events = events;
      this.counts = counts;
      this.clock = clock;
    }

    /** For the container's proxy. */
    protected Journal() {
      this(null, null, null);
    }

    Instant now() {
      return clock.now();
    }

    void append(String stream, long version, DomainEvent event, Trail trail) {
      events.append(stream, version, List.of(event), clock.now(), trail);
    }

    void count(String outcome) {
      counts.signIn(outcome);
    }
  }

  @Inject
  public PasswordCheck(
      Users users,
      SignIns signIns,
      AddressDelays addresses,
      PasswordHashing hashing,
      Transactions transactions,
      Journal journal) {
    this.users = users;
    this.signIns = signIns;
    this.addresses = addresses;
    this.hashing = hashing;
    this.transactions = transactions;
    this.journal = journal;
  }

  /** For the container's proxy. */
  protected PasswordCheck() {
    this(null, null, null, null, null, null);
  }

  private record Attempt(User user, SignInFailed.Reason refusedFor) {}

  private record Typed(String password, Origin origin) {

    /** Without the password. */
    @Override
    public String toString() {
      return "Typed[]";
    }
  }

  /** The user, if it is one, may sign in now, and this is its password. */
  public Optional<User> check(String username, String password, Trail trail) {
    return check(username, password, Origin.unknown(), trail);
  }

  /**
   * The same for one who signs in.
   *
   * @throws TokenStoreUnavailable if it cannot be told how often this address has failed
   */
  public Optional<User> check(String username, String password, Origin origin, Trail trail) {
    var name = User.Profile.normalized(username);
    var known = User.Profile.isUsername(name) ? name : "-";
    var mayTry = origin.address() == null || addresses.charge(origin.address(), journal.now());
    return finish(
        transactions.inNew(() -> attempt(users.byUsername(known), mayTry)),
        new Typed(password, origin),
        trail);
  }

  /** An address that must wait does not make the user wait too. */
  private Attempt attempt(Optional<User> user, boolean mayTry) {
    return mayTry
        ? user.map(this::charge).orElse(new Attempt(null, SignInFailed.Reason.UNKNOWN_USER))
        : new Attempt(user.orElse(null), SignInFailed.Reason.ADDRESS_DELAYED);
  }

  /** The same for one who is known already. */
  public Optional<User> check(UUID userId, String password, Trail trail) {
    return finish(
        transactions.inNew(() -> attempt(users.byId(userId), true)),
        new Typed(password, Origin.unknown()),
        trail);
  }

  private Attempt charge(User user) {
    if (!user.isActive()) {
      return new Attempt(user, SignInFailed.Reason.NOT_ACTIVE);
    }
    var attempts = signIns.lock(user.id());
    if (attempts.lockOut().refuses(journal.now())) {
      return new Attempt(user, SignInFailed.Reason.DELAYED);
    }
    signIns.save(attempts.with(attempts.lockOut().charged(journal.now())));
    return new Attempt(user, null);
  }

  private Optional<User> finish(Attempt attempt, Typed typed, Trail trail) {
    var password = typed.password();
    var fits = password.length() <= PasswordRule.MAX_LENGTH * 2;
    var hash = attempt.user() == null ? null : attempt.user().passwordHash();
    var matches = hashing.matches(fits ? password : "", hash) && fits;
    if (attempt.refusedFor() != null) {
      return fail(attempt.user(), attempt.refusedFor(), trail);
    }
    if (!matches) {
      return fail(attempt.user(), SignInFailed.Reason.WRONG_PASSWORD, trail);
    }
    return Optional.of(succeed(attempt.user(), typed, trail));
  }

  private User succeed(User user, Typed typed, Trail trail) {
    var outdated = hashing.isOutdated(user.passwordHash());
    var kept = outdated ? user.rehashed(hashing.hash(typed.password())) : user;
    journal.count("succeeded");
    if (typed.origin().address() != null) {
      addresses.refund(typed.origin().address());
    }
    return transactions.inNew(
        () -> {
          var attempts = signIns.lock(user.id());
          journal.append(
              attempts.stream(),
              attempts.version(),
              SignInSucceeded.from(typed.origin().device(), user.id()),
              trail);
          signIns.save(attempts.with(LockOut.none()).afterEvent());
          return outdated ? keep(kept) : kept;
        });
  }

  /** Only if nobody has changed the user meanwhile: its new password must not be lost. */
  private User keep(User rehashed) {
    var current = users.lockedById(rehashed.id()).orElseThrow();
    if (current.version() == rehashed.version()) {
      users.save(rehashed);
    }
    return rehashed;
  }

  private Optional<User> fail(User user, SignInFailed.Reason reason, Trail trail) {
    journal.count(reason.name().toLowerCase(Locale.ROOT));
    return transactions.inNew(
        () -> {
          if (user == null) {
            journal.append("sign-in/" + Ids.next(), 0, new SignInFailed(null, reason, 0), trail);
            return Optional.empty();
          }
          var attempts = signIns.lock(user.id());
          var counted = reason == SignInFailed.Reason.WRONG_PASSWORD;
          var failed =
              new SignInFailed(user.id(), reason, counted ? attempts.lockOut().failures() : 0);
          journal.append(attempts.stream(), attempts.version(), failed, trail);
          signIns.save(attempts.afterEvent());
          if (attempts.lockOut().isExhausted()) {
            lock(user.id(), trail);
          }
          return Optional.empty();
        });
  }

  private void lock(UUID userId, Trail trail) {
    var user = users.lockedById(userId).orElseThrow();
    if (user.isActive()) {
      var locked =
          user.changed(user.profile(), user.assignment(), UserStatus.LOCKED, journal.now());
      users.save(locked);
      journal.append(
          "user/" + userId, user.version(), UserUpdated.of(locked, UserUpdated.BY_SYSTEM), trail);
    }
  }
}

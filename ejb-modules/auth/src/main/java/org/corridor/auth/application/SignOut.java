package org.corridor.auth.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.corridor.auth.domain.SessionEnded;
import org.corridor.auth.domain.SignedOutEverywhere;
import org.corridor.auth.domain.TokenFamilyRevoked;
import org.corridor.auth.domain.User;
import org.corridor.kernel.Caller;
import org.corridor.platform.audit.Concealed;
import org.corridor.platform.events.Trail;

/** Shows where a user is signed in, and ends one of its sign-ins, or all. */
@ApplicationScoped
public class SignOut {

  private static final Logger LOG = Logger.getLogger(SignOut.class.getName());

  private final BrowserSessions sessions;
  private final RefreshTokens programs;
  private final TokenFamilies families;
  private final Doings doings;

  /** Who may, and what is written of it. */
  @ApplicationScoped
  public static class Doings {

    private final Users users;
    private final UserLock lock;
    private final RoleChecks roles;
    private final EventLog events;
    private final Transactions transactions;
    private final AuthClock clock;

    @Inject
    public Doings(
        Users users,
        UserLock lock,
        RoleChecks roles,
        EventLog events,
        Transactions transactions,
        AuthClock clock) {
      this.users = users;
      this.lock = lock;
      this.roles = roles;
      this.events = events;
      this.transactions = transactions;
      this.clock = clock;
    }

    /** For the container's proxy. */
    protected Doings() {
      this(null, null, null, null, null, null);
    }

    Optional<User> reached(UUID userId, Caller caller) {
      return users
          .byId(userId)
          .filter(
              user ->
                  Concealed.unless(AuthAccess.mayReach(caller, user), caller, "user", user.id()));
    }

    boolean maySignOut(Caller caller, User user) {
      return roles.maySignOut(caller, user);
    }

    /** With what codes were redeemed for meanwhile; a session that has ended redeems no more. */
    <T> T onceCodesAreRedeemed(UUID userId, Supplier<T> reading) {
      return lock.within(userId, user -> reading.get());
    }

    void ended(BrowserSession session, String by, Trail trail) {
      transactions.inNew(
          () -> {
            var event = new SessionEnded(session.userId(), session.id(), by);
            events.append("session/" + session.id(), 0, List.of(event), clock.now(), trail);
            return event;
          });
    }

    void everywhere(UUID userId, String by, Trail trail) {
      transactions.inNew(
          () -> {
            var user = users.lockedById(userId).orElseThrow();
            var now = clock.now();
            users.save(user.signedOut(now));
            var event = new SignedOutEverywhere(userId, by);
            events.append("user/" + userId, user.version(), List.of(event), now, trail);
            return event;
          });
    }
  }

  @Inject
  public SignOut(
      BrowserSessions sessions, RefreshTokens programs, TokenFamilies families, Doings doings) {
    this.sessions = sessions;
    this.programs = programs;
    this.families = families;
    this.doings = doings;
  }

  /** For the container's proxy. */
  protected SignOut() {
    this(null, null, null, null);
  }

  /** Where a user is signed in: browsers, and programs with the tokens that they were given. */
  public record SignIns(List<BrowserSession> browsers, List<TokenFamily> programs) {}

  /**
   * @throws TokenStoreUnavailable if it cannot be told now
   */
  public Outcome<SignIns> list(UUID userId, Caller caller) {
    return doings
        .reached(userId, caller)
        .map(user -> Outcome.done(of(user)))
        .orElseGet(() -> Outcome.refused(new Refusal.NotFound("user")));
  }

  /** Those that count; of a user's own, for its page. */
  public SignIns of(User user) {
    return new SignIns(
        sessions.of(user.id()).stream()
            .filter(session -> SignedInBrowsers.mayGoOn(user, session.authenticatedAt()))
            .toList(),
        programs.of(user.id()).stream()
            .filter(family -> SignedInBrowsers.mayGoOn(user, family.authenticatedAt()))
            .toList());
  }

  /** Ends a session with all that came from it, or what one program was given. */
  public Outcome<UUID> one(UUID userId, UUID id, Caller caller, Trail trail) {
    var user = doings.reached(userId, caller).orElse(null);
    if (user == null) {
      return Outcome.refused(new Refusal.NotFound("user"));
    }
    if (!doings.maySignOut(caller, user)) {
      return Outcome.refused(new Refusal.Forbidden("You may not sign this user out."));
    }
    var browser = of(user).browsers().stream().filter(s -> s.id().equals(id)).findFirst();
    browser
        .filter(sessions::end)
        .ifPresent(session -> doings.ended(session, caller.subject(), trail));
    var given =
        doings.onceCodesAreRedeemed(userId, () -> of(user)).programs().stream()
            .filter(family -> family.id().equals(id) || id.equals(family.proof().sessionId()))
            .toList();
    given.forEach(family -> revoke(family, trail));
    return browser.isEmpty() && given.isEmpty()
        ? Outcome.refused(new Refusal.NotFound("sign-in"))
        : Outcome.done(id);
  }

  /** What a program was given, the session that it came from, and all else that did. */
  void ofProgram(TokenFamily family, Trail trail) {
    if (family.proof().sessionId() != null) {
      ofBrowser(family.userId(), family.proof().sessionId(), trail);
    }
    revoke(family, trail);
  }

  /** A session of a user, and what came from it. */
  void ofBrowser(UUID userId, UUID sessionId, Trail trail) {
    sessions.of(userId).stream()
        .filter(session -> session.id().equals(sessionId))
        .filter(sessions::end)
        .forEach(session -> doings.ended(session, userId.toString(), trail));
    doings.onceCodesAreRedeemed(userId, () -> programs.of(userId)).stream()
        .filter(family -> sessionId.equals(family.proof().sessionId()))
        .forEach(family -> revoke(family, trail));
  }

  /**
   * Whatever was given before counts for nothing from now on: that stands in the database first, so
   * it holds even if Redis is away.
   */
  public Outcome<UUID> everywhere(UUID userId, Caller caller, Trail trail) {
    var user = doings.reached(userId, caller).orElse(null);
    if (user == null) {
      return Outcome.refused(new Refusal.NotFound("user"));
    }
    if (!doings.maySignOut(caller, user)) {
      return Outcome.refused(new Refusal.Forbidden("You may not sign this user out."));
    }
    doings.everywhere(userId, caller.subject(), trail);
    tidyUp(userId, trail);
    return Outcome.done(userId);
  }

  private void tidyUp(UUID userId, Trail trail) {
    try {
      sessions.of(userId).forEach(sessions::end);
      programs.of(userId).forEach(family -> revoke(family, trail));
    } catch (TokenStoreUnavailable e) {
      LOG.log(Level.WARNING, "sign-ins that are void still lie in Redis, which is away", e);
    }
  }

  private void revoke(TokenFamily family, Trail trail) {
    families.revoke(family, TokenFamilyRevoked.Reason.SIGNED_OUT, trail);
  }
}

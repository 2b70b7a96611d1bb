package org.corridor.auth.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.corridor.auth.application.SignInSteps.Proven;
import org.corridor.auth.domain.User;
import org.corridor.platform.id.Ids;

/**
 * Begins a session when somebody has signed in with a browser, and knows the browser again. Each
 * sign-in has a new one, so nobody can plant one before.
 */
@ApplicationScoped
public class SignedInBrowsers {

  private static final char SEPARATOR = '.';
  private static final int MOST_OF_A_DEVICE = 200;

  private final BrowserSessions sessions;
  private final Users users;
  private final AuthSettings settings;
  private final AuthClock clock;

  @Inject
  public SignedInBrowsers(
      BrowserSessions sessions, Users users, AuthSettings settings, AuthClock clock) {
    this.sessions = sessions;
    this.users = users;
    this.settings = settings;
    this.clock = clock;
  }

  /** For the container's proxy. */
  protected SignedInBrowsers() {
    this(null, null, null, null);
  }

  /**
   * A session and what its browser shows for it.
   *
   * @param cookie secret
   */
  public record Begun(BrowserSession session, String cookie) {

    /** Without the cookie. */
    @Override
    public String toString() {
      return "Begun[" + session.id() + "]";
    }
  }

  /** Who is signed in. */
  public record SignedIn(BrowserSession session, User user) {}

  Begun begin(Proven proven) {
    var secret = RandomSecrets.next();
    var device = proven.device() == null ? "" : proven.device();
    var session =
        new BrowserSession(
            Ids.next(),
            proven.userId(),
            proven.at(),
            proven.methods(),
            device.substring(0, Math.min(device.length(), MOST_OF_A_DEVICE)),
            clock.now().plus(settings.signInLifetime()));
    sessions.begin(session, secret, idle(session));
    return new Begun(session, session.id().toString() + SEPARATOR + secret);
  }

  /**
   * Empty if there is no such session, or no longer.
   *
   * @param cookie as the browser shows it; may be anything
   */
  public Optional<SignedIn> find(String cookie) {
    var at = cookie.indexOf(SEPARATOR);
    if (at < 0) {
      return Optional.empty();
    }
    try {
      return find(UUID.fromString(cookie.substring(0, at)), cookie.substring(at + 1));
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }

  /** Nobody is signed in with that browser any more, whoever was. */
  public void forget(String cookie) {
    find(cookie).ifPresent(signedIn -> sessions.end(signedIn.session()));
  }

  private Optional<SignedIn> find(UUID id, String secret) {
    var now = clock.now();
    return sessions
        .use(id, secret, settings.refreshIdle())
        .filter(session -> now.isBefore(session.expiresAt()))
        .flatMap(
            session ->
                users
                    .byId(session.userId())
                    .filter(user -> mayGoOn(user, session.authenticatedAt()))
                    .map(user -> new SignedIn(session, user)));
  }

  static boolean mayGoOn(User user, Instant authenticatedAt) {
    return user.isActive() && !authenticatedAt.isBefore(user.tokensValidFrom());
  }

  /** Never beyond the end of the session. */
  private Duration idle(BrowserSession session) {
    var left = Duration.between(clock.now(), session.expiresAt());
    return left.compareTo(settings.refreshIdle()) < 0 ? left : settings.refreshIdle();
  }
}

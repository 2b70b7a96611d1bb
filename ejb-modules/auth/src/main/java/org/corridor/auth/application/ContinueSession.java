package org.corridor.auth.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import org.corridor.auth.application.SignInSteps.Proven;

/**
 * Gives who is signed in already what a sign-in would, if its session is fresh and strong enough.
 */
@ApplicationScoped
public class ContinueSession {

  private final SignedInBrowsers browsers;
  private final FinishSignIn finishing;
  private final AuthClock clock;

  @Inject
  public ContinueSession(SignedInBrowsers browsers, FinishSignIn finishing, AuthClock clock) {
    this.browsers = browsers;
    this.finishing = finishing;
    this.clock = clock;
  }

  /** For the container's proxy. */
  protected ContinueSession() {
    this(null, null, null);
  }

  /**
   * Where to send the browser; empty if somebody must sign in. If nobody may be asked to, the
   * client is told so.
   *
   * @param cookie of the session, as the browser shows it
   * @throws TokenStoreUnavailable if nobody can sign in now
   */
  public Optional<URI> resume(BeginSignIn.Answer.Form begun, String cookie) {
    var resumed = withSession(begun, cookie);
    return resumed.isEmpty() && begun.signIn().demand().silent()
        ? finishing.signInRequired(begun.handle())
        : resumed;
  }

  private Optional<URI> withSession(BeginSignIn.Answer.Form begun, String cookie) {
    return browsers
        .find(cookie)
        .filter(signedIn -> !signedIn.user().passwordExpired())
        .map(SignedInBrowsers.SignedIn::session)
        .filter(session -> begun.signIn().demand().isMetBy(session, clock.now()))
        .flatMap(
            session ->
                finishing.resume(
                    begun.handle(),
                    new Proven(
                        session.userId(),
                        session.authenticatedAt(),
                        session.methods(),
                        session.device()),
                    session));
  }
}

package org.corridor.auth.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.corridor.auth.application.SignInSteps.Proven;

/**
 * Gives who is signed in already what a sign-in would, if its session is fresh and strong enough.
 */
@ApplicationScoped
public class ContinueSession {

  private final SignedInBrowsers browsers;
  private final FinishSignIn finishing;
  private final SecondFactorRule rule;
  private final ConsentCheck consent;
  private final AuthClock clock;

  @Inject
  public ContinueSession(
      SignedInBrowsers browsers,
      FinishSignIn finishing,
      SecondFactorRule rule,
      ConsentCheck consent,
      AuthClock clock) {
    this.browsers = browsers;
    this.finishing = finishing;
    this.rule = rule;
    this.consent = consent;
    this.clock = clock;
  }

  /** For the container's proxy. */
  protected ContinueSession() {
    this(null, null, null, null, null);
  }

  /**
   * What to show the browser, or where to send it; empty if somebody must sign in. If nobody may be
   * asked for that, or for consent, the client is told so.
   *
   * @param cookie of the session, as the browser shows it
   * @throws TokenStoreUnavailable if nobody can sign in now
   */
  public Optional<SignInAnswer> resume(BeginSignIn.Answer.Form begun, String cookie) {
    var resumed = session(begun, cookie).map(session -> withSession(begun, session));
    return resumed.isEmpty() && begun.signIn().demand().silent()
        ? Optional.of(finishing.signInRequired(begun.handle()))
        : resumed;
  }

  private Optional<BrowserSession> session(BeginSignIn.Answer.Form begun, String cookie) {
    return browsers
        .find(cookie)
        .filter(signedIn -> !signedIn.user().passwordExpired())
        .filter(signedIn -> rule.isEnough(signedIn.user(), signedIn.session().proof()))
        .map(SignedInBrowsers.SignedIn::session)
        .filter(session -> begun.signIn().demand().isMetBy(session, clock.now()));
  }

  private SignInAnswer withSession(BeginSignIn.Answer.Form begun, BrowserSession session) {
    var proven =
        new Proven(
            session.userId(), session.authenticatedAt(), session.methods(), session.device());
    if (!consent.isNeeded(begun.signIn(), session.userId())) {
      return finishing.resume(begun.handle(), proven, session);
    }
    return begun.signIn().demand().silent()
        ? finishing.consentRequired(begun.handle())
        : finishing.ask(begun.handle(), begun.signIn(), proven);
  }
}

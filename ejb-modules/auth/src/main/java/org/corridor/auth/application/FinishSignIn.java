package org.corridor.auth.application;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationErrorResponse;
import com.nimbusds.oauth2.sdk.AuthorizationSuccessResponse;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.openid.connect.sdk.OIDCError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import org.corridor.auth.application.SignInSteps.Proven;
import org.corridor.auth.domain.User;
import org.corridor.platform.id.Ids;

/** Decides what a sign-in still needs, and ends it with a code when that is nothing. */
@ApplicationScoped
public class FinishSignIn {

  private final PendingSignIns pending;
  private final SignInSteps steps;
  private final AuthorizationCodes codes;
  private final SignedInBrowsers browsers;
  private final Requirements requirements;
  private final AuthSettings settings;

  /** What somebody must have, show or say. */
  @ApplicationScoped
  public static class Requirements {

    private final SecondFactorRule rule;
    private final OfferEnrolment enrolment;
    private final ConsentCheck consent;

    @Inject
    public Requirements(SecondFactorRule rule, OfferEnrolment enrolment, ConsentCheck consent) {
      this.rule = rule;
      this.enrolment = enrolment;
      this.consent = consent;
    }

    /** For the container's proxy. */
    protected Requirements() {
      this(null, null, null);
    }

    SecondFactorRule rule() {
      return rule;
    }

    OfferEnrolment enrolment() {
      return enrolment;
    }

    ConsentCheck consent() {
      return consent;
    }
  }

  @Inject
  public FinishSignIn(
      PendingSignIns pending,
      SignInSteps steps,
      AuthorizationCodes codes,
      SignedInBrowsers browsers,
      Requirements requirements,
      AuthSettings settings) {
    this.pending = pending;
    this.steps = steps;
    this.codes = codes;
    this.browsers = browsers;
    this.requirements = requirements;
    this.settings = settings;
  }

  /** For the container's proxy. */
  protected FinishSignIn() {
    this(null, null, null, null, null, null);
  }

  /**
   * @param user who has proven to be it
   */
  SignInAnswer next(String handle, PendingSignIn signIn, User user, Proven proven) {
    if (needsCode(user, proven)) {
      steps.keep(handle, proven);
      return code(signIn, user, false);
    }
    if (user.passwordExpired()) {
      steps.keep(handle, proven);
      return new SignInAnswer.NewPassword(signIn, null);
    }
    if (mustEnrol(user)) {
      steps.keep(handle, proven);
      return requirements.enrolment().begin(handle, signIn, user);
    }
    if (requirements.consent().isNeeded(signIn, user.id())) {
      return ask(handle, signIn, proven);
    }
    return complete(handle, proven);
  }

  /** Of whoever has shown all and said yes, if it had to. */
  SignInAnswer complete(String handle, Proven proven) {
    return pending
        .take(handle)
        .<SignInAnswer>map(
            taken -> {
              var begun = browsers.begin(proven);
              return new SignInAnswer.BackToClient(back(taken, proven, begun.session()), begun);
            })
        .orElseGet(SignInAnswer.BeginAnew::new);
  }

  /** Before anything else is done for a user, also before it chooses another password. */
  boolean needsCode(User user, Proven proven) {
    return !new Proof(proven.methods(), null).hasTwoFactors()
        && requirements.rule().hasOne(user.id());
  }

  SignInAnswer code(PendingSignIn signIn, User user, boolean failed) {
    return new SignInAnswer.Code(signIn, failed, requirements.rule().hasPasskey(user.id()));
  }

  /** After another password was chosen: a second factor belongs to one that only its user knows. */
  boolean mustEnrol(User user) {
    return requirements.rule().mustEnrol(user);
  }

  /** Whether that is what comes next. */
  boolean isToEnrol(User user, Proven proven) {
    return !needsCode(user, proven) && !user.passwordExpired() && mustEnrol(user);
  }

  /** Nothing is left but to be asked what the program may have. */
  boolean hasShownAll(User user, Proven proven) {
    return !needsCode(user, proven) && !user.passwordExpired() && !mustEnrol(user);
  }

  /** For whoever can show nothing else, as a script. */
  boolean isPasswordEnough(User user) {
    return !user.passwordExpired() && !requirements.rule().hasOne(user.id()) && !mustEnrol(user);
  }

  /** The same for who is signed in already, and has said yes, if it had to. */
  SignInAnswer resume(String handle, Proven proven, BrowserSession session) {
    return pending
        .take(handle)
        .<SignInAnswer>map(taken -> new SignInAnswer.SentBack(back(taken, proven, session)))
        .orElseGet(SignInAnswer.BeginAnew::new);
  }

  /** The person is asked what the program may have. */
  SignInAnswer ask(String handle, PendingSignIn signIn, Proven proven) {
    steps.keep(handle, proven);
    return new SignInAnswer.Consent(signIn);
  }

  /** What the client is told where nobody may be asked (OpenID Connect Core, section 3.1.2.6). */
  SignInAnswer signInRequired(String handle) {
    return failed(handle, OIDCError.LOGIN_REQUIRED);
  }

  /** The same where only the consent is missing. */
  SignInAnswer consentRequired(String handle) {
    return failed(handle, OIDCError.CONSENT_REQUIRED);
  }

  /** The person has said no (RFC 6749, section 4.1.2.1). */
  SignInAnswer denied(String handle) {
    return failed(handle, OAuth2Error.ACCESS_DENIED);
  }

  private SignInAnswer failed(String handle, ErrorObject error) {
    return pending
        .take(handle)
        .map(
            signIn ->
                new AuthorizationErrorResponse(
                        signIn.redirectUri(),
                        error,
                        state(signIn),
                        new Issuer(settings.issuer()),
                        ResponseMode.QUERY)
                    .toURI())
        .<SignInAnswer>map(SignInAnswer.SentBack::new)
        .orElseGet(SignInAnswer.BeginAnew::new);
  }

  private static State state(PendingSignIn signIn) {
    return signIn.state() == null ? null : new State(signIn.state());
  }

  /** To one's own page without a code. */
  private URI back(PendingSignIn signIn, Proven proven, BrowserSession session) {
    return signIn.isOfOwnPages() ? signIn.redirectUri() : withCode(signIn, proven, session);
  }

  private URI withCode(PendingSignIn signIn, Proven proven, BrowserSession session) {
    var code = RandomSecrets.next();
    codes.keep(
        code,
        new AuthorizedCode(
            Ids.next(),
            signIn.apiClientId(),
            proven.userId(),
            signIn.redirectUri(),
            signIn.codeChallenge(),
            signIn.scopes(),
            signIn.audiences(),
            signIn.nonce(),
            proven.at(),
            signIn.boundKey(),
            new Proof(proven.methods(), session.id())));
    return new AuthorizationSuccessResponse(
            signIn.redirectUri(),
            new AuthorizationCode(code),
            null,
            state(signIn),
            new Issuer(settings.issuer()),
            ResponseMode.QUERY)
        .toURI();
  }
}

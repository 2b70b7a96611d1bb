package org.corridor.auth.application;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationSuccessResponse;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import org.corridor.auth.domain.Digests;
import org.corridor.auth.domain.User;
import org.corridor.platform.events.Trail;
import org.corridor.platform.id.Ids;

/** Takes the sign-in form, and sends the browser back to the client with a code. */
@ApplicationScoped
public class CompleteSignIn {

  private final PendingSignIns pending;
  private final PasswordCheck passwords;
  private final AuthorizationCodes codes;
  private final AuthSettings settings;
  private final AuthClock clock;

  @Inject
  public CompleteSignIn(
      PendingSignIns pending,
      PasswordCheck passwords,
      AuthorizationCodes codes,
      AuthSettings settings,
      AuthClock clock) {
    this.pending = pending;
    this.passwords = passwords;
    this.codes = codes;
    this.settings = settings;
    this.clock = clock;
  }

  /** For the container's proxy. */
  protected CompleteSignIn() {
    this(null, null, null, null, null);
  }

  /**
   * What the browser has sent; nothing is null.
   *
   * @param handle of the form
   * @param binding of the cookie
   * @param csrf of the form
   * @param device what tells the device from others
   */
  public record Form(
      String handle, String binding, String csrf, String username, String password, String device) {

    /** Without the secrets. */
    @Override
    public String toString() {
      return "Form[]";
    }
  }

  /** What to show the user. */
  public sealed interface Answer {

    record BackToClient(URI uri) implements Answer {}

    /** The same form again, for as long as the sign-in lives. */
    record TryAgain(PendingSignIn signIn) implements Answer {}

    /** Too late, in another browser, or forged: the client must begin anew. */
    record BeginAnew() implements Answer {}
  }

  /**
   * @throws TokenStoreUnavailable if nobody can sign in now
   */
  public Answer complete(Form form, Trail trail) {
    var signIn = pending.find(form.handle()).filter(found -> sentBy(found, form)).orElse(null);
    if (signIn == null) {
      return new Answer.BeginAnew();
    }
    // before the check: a password that is changed meanwhile makes this sign-in void
    var at = clock.now();
    var user = passwords.check(form.username(), form.password(), form.device(), trail);
    if (user.isEmpty()) {
      return new Answer.TryAgain(signIn);
    }
    return pending
        .take(form.handle())
        .<Answer>map(taken -> new Answer.BackToClient(withCode(taken, user.get(), at)))
        .orElseGet(Answer.BeginAnew::new);
  }

  private static boolean sentBy(PendingSignIn signIn, Form form) {
    return Digests.sameSecret(signIn.bindingHash(), form.binding())
        && Digests.sameSecret(signIn.csrfHash(), form.csrf());
  }

  private URI withCode(PendingSignIn signIn, User user, Instant at) {
    var code = RandomSecrets.next();
    codes.keep(
        code,
        new AuthorizedCode(
            Ids.next(),
            signIn.apiClientId(),
            user.id(),
            signIn.redirectUri(),
            signIn.codeChallenge(),
            signIn.scopes(),
            signIn.audiences(),
            signIn.nonce(),
            at,
            signIn.boundKey()));
    var state = signIn.state() == null ? null : new State(signIn.state());
    return new AuthorizationSuccessResponse(
            signIn.redirectUri(),
            new AuthorizationCode(code),
            null,
            state,
            new Issuer(settings.issuer()),
            ResponseMode.QUERY)
        .toURI();
  }
}

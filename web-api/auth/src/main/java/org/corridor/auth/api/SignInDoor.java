package org.corridor.auth.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import org.corridor.auth.application.BeginOwnSignIn;
import org.corridor.auth.application.CheckPasskey;
import org.corridor.auth.application.PasswordHashing;
import org.corridor.auth.application.SignInAnswer;
import org.corridor.auth.application.SignInForm;
import org.corridor.auth.application.SignedInBrowsers;
import org.corridor.auth.application.TokenStoreUnavailable;

/** Leads a browser through the steps of its sign-in. */
@ApplicationScoped
public class SignInDoor {

  private final SignedInBrowsers browsers;
  private final BeginOwnSignIn beginning;
  private final CheckPasskey passkeys;

  @Inject
  public SignInDoor(SignedInBrowsers browsers, BeginOwnSignIn beginning, CheckPasskey passkeys) {
    this.browsers = browsers;
    this.beginning = beginning;
    this.passkeys = passkeys;
  }

  /** For the container's proxy. */
  protected SignInDoor() {
    this(null, null, null);
  }

  SignInPages pages(HttpHeaders headers) {
    return new SignInPages(headers, passkeys::ask);
  }

  /**
   * The sign-in page of who wants to see a page of its own here.
   *
   * @throws TokenStoreUnavailable if nobody can sign in now
   */
  Response ownPage(HttpHeaders headers, String page) {
    return pages(headers).answer(beginning.begin(page));
  }

  /** Anything but a form of this browser's own sign-in must begin anew. */
  Response step(FormFields sent, HttpHeaders headers, Function<SignInForm, SignInAnswer> taking) {
    var pages = pages(headers);
    var cookie = headers.getCookies().get(SignInPages.cookieName(sent.first("sign_in")));
    if (cookie == null) {
      return pages.beginAnew();
    }
    var form = new SignInForm(sent.first("sign_in"), cookie.getValue(), sent.first("csrf"));
    try {
      var answer = taking.apply(form);
      if (answer instanceof SignInAnswer.BackToClient) {
        browsers.forget(SessionCookie.of(headers));
      }
      return pages.answer(answer, form);
    } catch (TokenStoreUnavailable | PasswordHashing.TooBusy e) {
      return pages.unavailable();
    }
  }
}

package org.corridor.auth.api;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.util.function.UnaryOperator;
import org.corridor.auth.api.pages.Page;
import org.corridor.auth.api.pages.Texts;
import org.corridor.auth.application.BeginSignIn;
import org.corridor.auth.application.PendingSignIn;
import org.corridor.auth.application.PendingSignIns;
import org.corridor.auth.application.SignInAnswer;
import org.corridor.auth.application.SignInForm;
import org.corridor.auth.domain.Digests;

/**
 * What a browser is shown while somebody signs in.
 *
 * <p>Each sign-in has a cookie of its own, made afresh when it begins, so nobody can plant one, and
 * two tabs do not disturb each other. Its forms go through only with that cookie and with their own
 * token; the cookie is gone when the sign-in is.
 */
final class SignInPages {

  /** The prefix keeps others from setting it (RFC 6265bis, section 4.1.3.2). */
  private static final String COOKIE = "__Host-corridor-sign-in-";

  private static final String PASSKEY = "sign-in-passkey";

  private static final int COOKIE_NAME_LENGTH = 12;
  private static final int OK = 200;
  private static final int BAD_REQUEST = 400;
  private static final int FORBIDDEN = 403;
  private static final int UNPROCESSABLE = 422;

  private final Texts texts;
  private final UnaryOperator<String> asking;

  /**
   * @param asking what a device is asked for a passkey, by the handle of the sign-in
   */
  SignInPages(HttpHeaders headers, UnaryOperator<String> asking) {
    this.texts = Texts.in(headers.getAcceptableLanguages());
    this.asking = asking;
  }

  Response answer(BeginSignIn.Answer answer) {
    if (answer instanceof BeginSignIn.Answer.Form form) {
      var of = new SignInForm(form.handle(), form.binding(), form.csrf());
      return password(form.signIn(), of, null).toResponse(OK).cookie(cookie(of)).build();
    }
    if (answer instanceof BeginSignIn.Answer.BackToClient back) {
      return Response.seeOther(back.uri()).build();
    }
    return Page.of(texts, "refused.title").alert("refused.text").toResponse(BAD_REQUEST).build();
  }

  Response answer(SignInAnswer answer, SignInForm form) {
    if (answer instanceof SignInAnswer.BackToClient back) {
      return Response.seeOther(back.uri())
          .cookie(cookie(form.handle(), "", 0), SessionCookie.with(back.begun().cookie()))
          .build();
    }
    if (answer instanceof SignInAnswer.SentBack back) {
      return Response.seeOther(back.uri()).cookie(cookie(form.handle(), "", 0)).build();
    }
    if (answer instanceof SignInAnswer.Consent asked) {
      return consent(asked.signIn(), form).toResponse(OK).cookie(cookie(form)).build();
    }
    if (answer instanceof SignInAnswer.TryAgain again) {
      return password(again.signIn(), form, "sign-in.failed").toResponse(FORBIDDEN).build();
    }
    if (answer instanceof SignInAnswer.PasskeyRefused refused) {
      return password(refused.signIn(), form, "passkeys.refused").toResponse(FORBIDDEN).build();
    }
    if (answer instanceof SignInAnswer.Code wanted) {
      return code(wanted, form).toResponse(wanted.failed() ? FORBIDDEN : OK).build();
    }
    if (answer instanceof SignInAnswer.Enrolment wanted) {
      return new EnrolmentPages(texts, form).enrol(wanted);
    }
    if (answer instanceof SignInAnswer.Enrolled done) {
      return new EnrolmentPages(texts, form).enrolled(done);
    }
    if (answer instanceof SignInAnswer.NewPassword wanted) {
      return newPassword(wanted, form)
          .toResponse(wanted.fault() == null ? OK : UNPROCESSABLE)
          .build();
    }
    return beginAnew();
  }

  private Page password(PendingSignIn signIn, SignInForm of, String failure) {
    var page = Page.of(texts, "sign-in.title").paragraph("sign-in.to", signIn.apiClientName());
    if (failure != null) {
      page.alert(failure);
    }
    return page.passkeys()
        .form(
            "sign-in",
            signIn.redirectUri(),
            form ->
                form.hidden("sign_in", of.handle())
                    .hidden("csrf", of.csrf())
                    .username()
                    .currentPassword()
                    .button("sign-in.button")
                    .passkey("get", asking.apply(of.handle()), PASSKEY, "passkeys.sign-in"))
        .link("forgotten-password", "forgotten.link");
  }

  private Page code(SignInAnswer.Code wanted, SignInForm of) {
    var page = Page.of(texts, "code.title").paragraph("code.text");
    if (wanted.passkey()) {
      page.passkeys();
    }
    if (wanted.failed()) {
      page.alert("code.failed");
    }
    return page.form(
        "sign-in-code",
        wanted.signIn().redirectUri(),
        form -> {
          form.hidden("sign_in", of.handle())
              .hidden("csrf", of.csrf())
              .code()
              .button("code.button");
          return wanted.passkey()
              ? form.passkey("get", asking.apply(of.handle()), PASSKEY, "passkeys.instead")
              : form;
        });
  }

  private Page consent(PendingSignIn signIn, SignInForm of) {
    return Page.of(texts, "consent.title")
        .paragraph("consent.text", signIn.apiClientName())
        .list(ScopeTexts.keys(signIn.scopes()))
        .paragraph("consent.limits")
        .form(
            "sign-in-consent",
            signIn.redirectUri(),
            form ->
                form.hidden("sign_in", of.handle())
                    .hidden("csrf", of.csrf())
                    .choice("consent.allow", "decision", "allow")
                    .choice("consent.deny", "decision", "deny"));
  }

  private Page newPassword(SignInAnswer.NewPassword wanted, SignInForm of) {
    var page = Page.of(texts, "new-password.title").paragraph("new-password.forced");
    Pages.rule(page, wanted.fault());
    return page.form(
        "sign-in-password",
        wanted.signIn().redirectUri(),
        form ->
            form.hidden("sign_in", of.handle())
                .hidden("csrf", of.csrf())
                .newPassword()
                .button("new-password.button"));
  }

  Response beginAnew() {
    return Page.of(texts, "begin-anew.title")
        .alert("begin-anew.text")
        .toResponse(BAD_REQUEST)
        .build();
  }

  Response unavailable() {
    return Pages.unavailable(texts);
  }

  private static NewCookie cookie(SignInForm form) {
    return cookie(form.handle(), form.binding(), (int) PendingSignIns.LIFETIME.toSeconds());
  }

  private static NewCookie cookie(String handle, String value, int seconds) {
    return new NewCookie.Builder(cookieName(handle))
        .value(value)
        .version(0)
        .path("/")
        .maxAge(seconds)
        .secure(true)
        .httpOnly(true)
        .sameSite(NewCookie.SameSite.STRICT)
        .build();
  }

  static String cookieName(String handle) {
    return COOKIE + Digests.sha256(handle).substring(0, COOKIE_NAME_LENGTH);
  }
}

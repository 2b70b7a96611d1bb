package org.corridor.auth.api;

import jakarta.ws.rs.core.Response;
import org.corridor.auth.api.pages.Form;
import org.corridor.auth.api.pages.Page;
import org.corridor.auth.api.pages.Texts;
import org.corridor.auth.application.EnrolSecondFactor;
import org.corridor.auth.application.SignInAnswer;
import org.corridor.auth.application.SignInAnswer.Enrolment.Fault;
import org.corridor.auth.application.SignInForm;

/** What somebody is shown whose roles demand a second factor, while it signs in. */
final class EnrolmentPages {

  static final String CODE = "sign-in-factor";
  static final String PASSKEY = "sign-in-factor-passkey";
  static final String GO_ON = "sign-in-go-on";

  private static final int OK = 200;
  private static final int FORBIDDEN = 403;
  private static final int UNPROCESSABLE = 422;

  private final Texts texts;
  private final SignInForm of;

  EnrolmentPages(Texts texts, SignInForm of) {
    this.texts = texts;
    this.of = of;
  }

  /** By an app, which needs no scripts, or by a passkey where there are some. */
  Response enrol(SignInAnswer.Enrolment wanted) {
    var leadsTo = wanted.signIn().redirectUri();
    var page = Page.of(texts, "enrol.title").passkeys();
    if (wanted.fault() == null) {
      page.paragraph("enrol.text");
    } else {
      page.alert(wanted.fault() == Fault.CODE ? "factor.wrong-code" : "passkeys.not-added");
    }
    page.heading("enrol.app");
    if (wanted.begun() != null) {
      secret(page, wanted.begun());
    }
    page.paragraph("factor.then")
        .form(CODE, leadsTo, form -> bound(form).code().button("factor.confirm"));
    if (wanted.begun() == null) {
      page.form(GO_ON, leadsTo, form -> bound(form).button("enrol.again"));
    }
    return page.heading("enrol.passkey")
        .paragraph("passkeys.text")
        .form(
            PASSKEY,
            leadsTo,
            form ->
                bound(form).passkeyName().passkey("create", wanted.passkey(), null, "passkeys.add"))
        .withoutScripts("passkeys.needs-scripts")
        .toResponse(status(wanted.fault()))
        .build();
  }

  /** The same as who switches it on by itself is shown. */
  static void secret(Page page, EnrolSecondFactor.Begun begun) {
    page.paragraph("factor.add")
        .picture(begun.address().toString(), "factor.picture")
        .code(begun.secret().replaceAll("(.{4})(?!$)", "$1 "))
        .link(begun.address().toString(), "factor.open-app");
  }

  Response enrolled(SignInAnswer.Enrolled done) {
    var page = Page.of(texts, "enrol.done-title").paragraph("factor.recovery");
    done.recoveryCodes().forEach(page::code);
    return page.form(GO_ON, done.signIn().redirectUri(), form -> bound(form).button("enrol.go-on"))
        .toResponse(OK)
        .build();
  }

  private Form bound(Form form) {
    return form.hidden("sign_in", of.handle()).hidden("csrf", of.csrf());
  }

  private static int status(Fault fault) {
    if (fault == null) {
      return OK;
    }
    return fault == Fault.CODE ? FORBIDDEN : UNPROCESSABLE;
  }
}

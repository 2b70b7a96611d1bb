package org.corridor.auth.api;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.corridor.auth.api.pages.Page;
import org.corridor.auth.api.pages.Texts;
import org.corridor.auth.application.SignOut.SignIns;
import org.corridor.auth.application.SignedInBrowsers.SignedIn;
import org.corridor.auth.domain.Consent;

/** Where somebody is signed in. */
final class AccountPage {

  private static final int OK = 200;

  private final Page page;
  private final String csrf;

  AccountPage(HttpHeaders headers, SignedIn signedIn, SignIns signIns, String csrf) {
    this.page = Page.of(Texts.in(headers.getAcceptableLanguages()), "account.title");
    this.csrf = csrf;
    page.paragraph("account.who", signedIn.user().profile().displayName());
    page.heading("account.browsers");
    for (var browser : signIns.browsers()) {
      var own = browser.id().equals(signedIn.session().id());
      page.paragraph(
          own ? "account.this-browser" : "account.browser",
          browser.device(),
          browser.authenticatedAt());
      signOut(browser.id(), own ? "account.sign-out" : "account.end");
    }
    if (!signIns.programs().isEmpty()) {
      page.heading("account.programs");
    }
    for (var program : signIns.programs()) {
      page.paragraph("account.program", program.apiClientId(), program.authenticatedAt());
      signOut(program.id(), "account.end");
    }
    page.heading("account.everywhere-title").paragraph("account.everywhere-text");
    page.form("account-sign-out", form -> form.hidden("csrf", csrf).button("account.everywhere"));
  }

  /** Switched on with the password, off with a code. */
  AccountPage secondFactor(boolean on, String action, String token) {
    page.heading("factor.title").paragraph(on ? "factor.is-on" : "factor.is-off");
    page.form(
        action,
        form -> {
          form.hidden("csrf", token);
          return on
              ? form.code().button("factor.off")
              : form.currentPassword().button("factor.begin");
        });
    if (on) {
      page.link(RecoveryCodesPagesResource.PATH, "recovery.link");
    }
    page.heading("passkeys.title").link("account-passkeys", "passkeys.link");
    return this;
  }

  /** What programs of others may have. */
  AccountPage consents(List<Consent> consents, String action, String token) {
    if (!consents.isEmpty()) {
      page.heading("account.consents");
    }
    for (var consent : consents) {
      page.paragraph("account.consent", consent.apiClientId(), consent.givenAt())
          .list(ScopeTexts.keys(consent.scopes()))
          .form(
              action,
              form ->
                  form.hidden("csrf", token)
                      .hidden("client", consent.apiClientId())
                      .button("account.withdraw"));
    }
    return this;
  }

  private void signOut(UUID id, String button) {
    page.form(
        "account-sign-out",
        form -> form.hidden("csrf", csrf).hidden("id", id.toString()).button(button));
  }

  Response.ResponseBuilder toResponse() {
    return page.toResponse(OK);
  }
}

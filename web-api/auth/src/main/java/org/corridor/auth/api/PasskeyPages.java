package org.corridor.auth.api;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.corridor.auth.api.pages.Page;
import org.corridor.auth.api.pages.Texts;
import org.corridor.auth.domain.Passkey;

/** What is shown to somebody who looks after its passkeys. */
final class PasskeyPages {

  private static final int OK = 200;

  private final Texts texts;
  private final HttpHeaders headers;
  private final BoundForms forms;

  PasskeyPages(HttpHeaders headers, BoundForms forms) {
    this.texts = Texts.in(headers.getAcceptableLanguages());
    this.headers = headers;
    this.forms = forms;
  }

  /**
   * @param options what a device is asked to make another one
   * @param failure null if there was none
   */
  Response list(List<Passkey> passkeys, String options, String failure, int status) {
    var bound = forms.bind(headers, PasskeyPagesResource.ADD);
    var naming = forms.bind(bound, PasskeyPagesResource.NAME);
    var removing = forms.bind(bound, PasskeyPagesResource.REMOVE);
    var page = Page.of(texts, "passkeys.title").passkeys().paragraph("passkeys.text");
    if (failure != null) {
      page.alert(failure);
    }
    for (var passkey : passkeys) {
      describe(page, passkey);
      var id = passkey.id().toString();
      page.form(
          PasskeyPagesResource.NAME,
          form ->
              form.hidden("csrf", naming)
                  .hidden("id", id)
                  .otherPasskeyName(id, passkey.name())
                  .button("passkeys.rename"));
      page.form(
          PasskeyPagesResource.REMOVE,
          form -> form.hidden("csrf", removing).hidden("id", id).button("passkeys.remove"));
    }
    if (!passkeys.isEmpty()) {
      page.link(RecoveryCodesPagesResource.PATH, "recovery.link");
    }
    return page.heading("passkeys.add")
        .paragraph("passkeys.name-it")
        .form(
            PasskeyPagesResource.ADD,
            form ->
                form.hidden("csrf", bound.csrf())
                    .passkeyName()
                    .passkey("create", options, null, "passkeys.add"))
        .withoutScripts("passkeys.needs-scripts")
        .link("account", "factor.back")
        .toResponse(status)
        .cookie(bound.cookie())
        .build();
  }

  private static void describe(Page page, Passkey passkey) {
    if (!passkey.isGood()) {
      page.alert("passkeys.suspended", passkey.name());
    } else if (passkey.lastUsedAt() == null) {
      page.paragraph("passkeys.one", passkey.name(), passkey.createdAt());
    } else {
      page.paragraph("passkeys.used", passkey.name(), passkey.createdAt(), passkey.lastUsedAt());
    }
  }

  Response recoveryCodes(List<String> codes) {
    var page = Page.of(texts, "passkeys.added-title").paragraph("factor.recovery");
    codes.forEach(page::code);
    return page.link("account-passkeys", "passkeys.link").toResponse(OK).build();
  }
}

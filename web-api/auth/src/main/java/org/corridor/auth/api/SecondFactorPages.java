package org.corridor.auth.api;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.UnaryOperator;
import org.corridor.auth.api.pages.Form;
import org.corridor.auth.api.pages.Page;
import org.corridor.auth.api.pages.Texts;
import org.corridor.auth.application.EnrolSecondFactor;

/** What is shown to somebody who switches its second factor on or off. */
final class SecondFactorPages {

  private static final int OK = 200;
  private static final int FORBIDDEN = 403;

  private final Texts texts;
  private final HttpHeaders headers;
  private final BoundForms forms;

  SecondFactorPages(Texts texts, HttpHeaders headers, BoundForms forms) {
    this.texts = texts;
    this.headers = headers;
    this.forms = forms;
  }

  Response wrongPassword() {
    return withForm(
        Page.of(texts, "factor.title").alert("factor.wrong-password"),
        SecondFactorPagesResource.BEGIN,
        form -> form.currentPassword().button("factor.begin"),
        FORBIDDEN);
  }

  Response begun(EnrolSecondFactor.Begun begun) {
    var page = Page.of(texts, "factor.title");
    EnrolmentPages.secret(page, begun);
    return withForm(
        page.paragraph("factor.then"),
        SecondFactorPagesResource.CONFIRM,
        form -> form.code().button("factor.confirm"),
        OK);
  }

  Response wrongFirstCode() {
    return withForm(
        Page.of(texts, "factor.title").alert("factor.wrong-code").paragraph("factor.then"),
        SecondFactorPagesResource.CONFIRM,
        form -> form.code().button("factor.confirm"),
        FORBIDDEN);
  }

  Response recoveryCodes(List<String> codes) {
    var page = Page.of(texts, "factor.on-title").paragraph("factor.recovery");
    codes.forEach(page::code);
    return page.link("account", "factor.back").toResponse(OK).build();
  }

  Response wrongCode() {
    return withForm(
        Page.of(texts, "factor.off-title").alert("factor.wrong-code"),
        SecondFactorPagesResource.DISABLE,
        form -> form.code().button("factor.off"),
        FORBIDDEN);
  }

  /** The last one of somebody whose roles demand one. */
  Response demanded() {
    return Page.of(texts, "factor.off-title")
        .alert("factor.demanded")
        .link("account", "factor.back")
        .toResponse(FORBIDDEN)
        .build();
  }

  private Response withForm(Page page, String action, UnaryOperator<Form> parts, int status) {
    var bound = forms.bind(headers, action);
    return page.form(action, form -> parts.apply(form.hidden("csrf", bound.csrf())))
        .link("account", "factor.back")
        .toResponse(status)
        .cookie(bound.cookie())
        .build();
  }
}

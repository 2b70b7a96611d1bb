package org.corridor.auth.api;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.corridor.auth.api.pages.Page;
import org.corridor.auth.api.pages.Texts;
import org.corridor.auth.domain.PasswordFault;
import org.corridor.auth.domain.PasswordRule;

/** What several pages have. */
final class Pages {

  private Pages() {}

  /** What a password must be, and what was wrong with the last one. */
  static void rule(Page page, PasswordFault fault) {
    if (fault != null) {
      page.alert("password-fault." + fault, PasswordRule.MIN_LENGTH, PasswordRule.MAX_LENGTH);
    }
    page.rule("new-password.rule", PasswordRule.MIN_LENGTH, PasswordRule.MAX_LENGTH);
  }

  static Response unavailable(Texts texts) {
    return Page.of(texts, "unavailable.title")
        .alert("unavailable.text")
        .toResponse(Unavailable.STATUS)
        .header(HttpHeaders.RETRY_AFTER, Unavailable.RETRY_AFTER_SECONDS)
        .build();
  }
}

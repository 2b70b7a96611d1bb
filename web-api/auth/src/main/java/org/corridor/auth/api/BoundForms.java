package org.corridor.auth.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.corridor.auth.api.pages.Texts;
import org.corridor.auth.application.FormTokens;
import org.corridor.auth.application.PasswordHashing;
import org.corridor.auth.application.SignedInBrowsers;
import org.corridor.auth.application.SignedInBrowsers.SignedIn;
import org.corridor.auth.application.TokenStoreUnavailable;

/** Forms that go through only in the browser that they were made for. */
@ApplicationScoped
public class BoundForms {

  private static final String COOKIE = "__Host-corridor-form";
  private static final String BINDING = "[A-Za-z0-9_-]{43}";

  private final FormTokens tokens;
  private final SignedInBrowsers browsers;

  @Inject
  public BoundForms(FormTokens tokens, SignedInBrowsers browsers) {
    this.tokens = tokens;
    this.browsers = browsers;
  }

  /** For the container's proxy. */
  protected BoundForms() {
    this(null, null);
  }

  /** What goes with a page: the token into the form, the cookie to the browser. */
  record Bound(String csrf, NewCookie cookie) {}

  Bound bind(HttpHeaders headers, String form) {
    var had = binding(headers);
    var binding = had.isEmpty() ? tokens.newBinding() : had;
    var cookie =
        new NewCookie.Builder(COOKIE)
            .value(binding)
            .version(0)
            .path("/")
            .secure(true)
            .httpOnly(true)
            .sameSite(NewCookie.SameSite.STRICT)
            .build();
    return new Bound(tokens.of(binding, form), cookie);
  }

  /** The token of another form on the same page. */
  String bind(Bound page, String form) {
    return tokens.of(page.cookie().getValue(), form);
  }

  boolean fits(HttpHeaders headers, String form, FormFields sent) {
    return tokens.fits(binding(headers), form, sent.first("csrf"));
  }

  /**
   * Takes a form of who is signed in with this browser.
   *
   * @param otherwise what is answered to who is not, or whose form was not made for this browser
   */
  Response take(
      String form,
      String body,
      HttpHeaders headers,
      BiFunction<SignedIn, FormFields, Response> doing,
      Supplier<Response> otherwise) {
    var sent = new FormFields(body);
    try {
      return browsers
          .find(SessionCookie.of(headers))
          .filter(who -> fits(headers, form, sent))
          .map(who -> doing.apply(who, sent))
          .orElseGet(otherwise);
    } catch (TokenStoreUnavailable | PasswordHashing.TooBusy e) {
      return Pages.unavailable(Texts.in(headers.getAcceptableLanguages()));
    }
  }

  private static String binding(HttpHeaders headers) {
    var cookie = headers.getCookies().get(COOKIE);
    return cookie == null || !cookie.getValue().matches(BINDING) ? "" : cookie.getValue();
  }
}

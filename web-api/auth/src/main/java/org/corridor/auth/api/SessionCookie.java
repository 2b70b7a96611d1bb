package org.corridor.auth.api;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;

/**
 * By which a browser shows that somebody is signed in. It comes along when another site sends the
 * browser here to sign in, but with nothing that another site posts.
 */
final class SessionCookie {

  private static final String NAME = "__Host-corridor-session";

  private SessionCookie() {}

  /** Empty if there is none. */
  static String of(HttpHeaders headers) {
    var cookie = headers.getCookies().get(NAME);
    return cookie == null ? "" : cookie.getValue();
  }

  /** Gone with the browser, if not before. */
  static NewCookie with(String value) {
    return builder(value).build();
  }

  static NewCookie gone() {
    return builder("").maxAge(0).build();
  }

  private static NewCookie.Builder builder(String value) {
    return new NewCookie.Builder(NAME)
        .value(value)
        .version(0)
        .path("/")
        .secure(true)
        .httpOnly(true)
        .sameSite(NewCookie.SameSite.LAX);
  }
}

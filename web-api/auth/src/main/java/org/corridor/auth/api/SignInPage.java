package org.corridor.auth.api;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The pages that people see: plain, without scripts, for screen readers and small screens too. */
final class SignInPage {

  private static final String STYLE =
      """
      body{font-family:system-ui,sans-serif;color:#1a1a1a;background:#f4f5f7;margin:0;\
      line-height:1.5}
      main{max-width:24rem;margin:3rem auto;padding:2rem;background:#fff;border-radius:.5rem;\
      border:1px solid #d5d8de}
      h1{font-size:1.5rem;margin:0 0 .5rem}
      label{display:block;margin:1rem 0 .25rem;font-weight:600}
      input{box-sizing:border-box;width:100%;padding:.6rem;font-size:1rem;\
      border:1px solid #6b7280;border-radius:.25rem}
      button{margin-top:1.5rem;width:100%;padding:.7rem;font-size:1rem;font-weight:600;\
      color:#fff;background:#1d4ed8;border:0;border-radius:.25rem}
      input:focus,button:focus{outline:3px solid #f59e0b;outline-offset:1px}
      .error{padding:.75rem;border-left:4px solid #b91c1c;background:#fef2f2}
      """;

  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>%s - Corridor</title>
      <style>%s</style>
      </head>
      <body>
      <main>
      <h1>%s</h1>
      %s
      </main>
      </body>
      </html>
      """;

  private static final String FORM =
      """
      <p>to go on to <strong>%s</strong></p>
      %s<form method="post" action="sign-in">
      <input type="hidden" name="sign_in" value="%s">
      <input type="hidden" name="csrf" value="%s">
      <label for="username">User name</label>
      <input id="username" name="username" type="text" autocomplete="username" \
      autocapitalize="none" spellcheck="false" maxlength="64" required autofocus>
      <label for="password">Password</label>
      <input id="password" name="password" type="password" autocomplete="current-password" \
      maxlength="128" required>
      <button type="submit">Sign in</button>
      </form>""";

  private static final String FAILED =
      """
      <p class="error" role="alert">The user name or the password is wrong, or you cannot sign in \
      now. After several failed attempts you have to wait before the next one.</p>
      """;

  private SignInPage() {}

  /**
   * @param failed true after an attempt that did not succeed
   */
  static String form(String client, String signIn, String csrf, boolean failed) {
    var form = FORM.formatted(escape(client), failed ? FAILED : "", escape(signIn), escape(csrf));
    return page("Sign in", form);
  }

  static String message(String title, String text) {
    return page(title, "<p role=\"alert\">" + escape(text) + "</p>");
  }

  /**
   * What the browser may do with the page. The redirect that answers the form counts as its target
   * (Content Security Policy 3, section 4.2.6), so the client's address is named.
   *
   * @param redirectUri null on a page without a form
   */
  static String policy(URI redirectUri) {
    var target = redirectUri == null ? "'none'" : "'self' " + source(redirectUri);
    return "default-src 'none'; style-src 'sha256-"
        + sha256(STYLE)
        + "'; form-action "
        + target
        + "; base-uri 'none'; frame-ancestors 'none'";
  }

  /** The origin; of a private scheme, which has none, the scheme. */
  private static String source(URI uri) {
    var web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
    return web ? uri.getScheme() + "://" + uri.getRawAuthority() : uri.getScheme() + ":";
  }

  private static String page(String title, String content) {
    return PAGE.formatted(escape(title), STYLE, escape(title), content);
  }

  static String escape(String text) {
    var escaped = new StringBuilder(text.length());
    for (var index = 0; index < text.length(); index++) {
      var c = text.charAt(index);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }

  private static String sha256(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return Base64.getEncoder()
          .encodeToString(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

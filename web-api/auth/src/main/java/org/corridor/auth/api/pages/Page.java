package org.corridor.auth.api.pages;

import static org.corridor.auth.api.pages.Html.escape;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A page: for screen readers and small screens too, with one stylesheet, and without scripts but
 * for the one that passkeys need.
 */
public final class Page {

  private static final String LAYOUT =
      """
      <!DOCTYPE html>
      <html lang="%s">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>%s - Corridor</title>
      <link rel="stylesheet" href="style.css">%s
      </head>
      <body>
      <main>
      <h1>%s</h1>
      %s</main>
      </body>
      </html>
      """;

  private static final String SCRIPT = "\n<script src=\"passkeys.js\" defer></script>";

  private final Texts texts;
  private final String title;
  private final StringBuilder content = new StringBuilder();
  private String formTargets = "'none'";
  private boolean scripted;

  private Page(Texts texts, String titleKey) {
    this.texts = texts;
    this.title = texts.of(titleKey);
  }

  public static Page of(Texts texts, String titleKey) {
    return new Page(texts, titleKey);
  }

  public Page paragraph(String key, Object... values) {
    content.append("<p>").append(escape(texts.of(key, values))).append("</p>\n");
    return this;
  }

  public Page heading(String key) {
    content.append("<h2>").append(escape(texts.of(key))).append("</h2>\n");
    return this;
  }

  /**
   * A list.
   *
   * @param items each of some texts, with a colon between them
   */
  public Page list(List<List<String>> items) {
    content.append("<ul>\n");
    for (var keys : items) {
      var said = keys.stream().map(texts::of).collect(Collectors.joining(": "));
      content.append("<li>").append(escape(said)).append("</li>\n");
    }
    content.append("</ul>\n");
    return this;
  }

  /** Something to be copied as it is. */
  public Page code(String text) {
    content.append("<p><code>").append(escape(text)).append("</code></p>\n");
    return this;
  }

  /** Something to be read by the camera of a telephone. */
  public Page picture(String text, String key) {
    content.append(QrPicture.svg(text, escape(texts.of(key))));
    return this;
  }

  /** What a field's {@code aria-describedby} names. */
  public Page rule(String key, Object... values) {
    content.append("<p id=\"rule\">").append(escape(texts.of(key, values))).append("</p>\n");
    return this;
  }

  /** Told at once by a screen reader. */
  public Page alert(String key, Object... values) {
    content
        .append("<p class=\"error\" role=\"alert\">")
        .append(escape(texts.of(key, values)))
        .append("</p>\n");
    return this;
  }

  public Page link(String address, String key) {
    content.append(
        "<p><a href=\"%s\">%s</a></p>%n".formatted(escape(address), escape(texts.of(key))));
    return this;
  }

  /** Has a form with a button for a passkey. */
  public Page passkeys() {
    scripted = true;
    return this;
  }

  /** For browsers that run no scripts. */
  public Page withoutScripts(String key) {
    content.append("<noscript><p>").append(escape(texts.of(key))).append("</p></noscript>\n");
    return this;
  }

  /** A form that stays here. */
  public Page form(String action, UnaryOperator<Form> parts) {
    return form(action, null, parts);
  }

  /**
   * @param leadsTo where the answer to the form may send the browser; null if it stays here. The
   *     redirect that answers a form counts as its target (Content Security Policy 3, section
   *     4.2.6), so it is named.
   */
  public Page form(String action, URI leadsTo, UnaryOperator<Form> parts) {
    content.append(parts.apply(new Form(texts, action)).html());
    formTargets = leadsTo == null ? "'self'" : "'self' " + source(leadsTo);
    return this;
  }

  /** The origin; of a private scheme, which has none, the scheme. */
  private static String source(URI uri) {
    var web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
    return web ? uri.getScheme() + "://" + uri.getRawAuthority() : uri.getScheme() + ":";
  }

  String html() {
    return LAYOUT.formatted(
        texts.language(), escape(title), scripted ? SCRIPT : "", escape(title), content);
  }

  String policy() {
    return "default-src 'none'; style-src 'self'; "
        + (scripted ? "script-src 'self'; " : "")
        + "form-action "
        + formTargets
        + "; base-uri 'none'; frame-ancestors 'none'";
  }

  public Response.ResponseBuilder toResponse(int status) {
    return Response.status(status)
        // as bytes: the server escapes text of error pages once more
        .entity(html().getBytes(StandardCharsets.UTF_8))
        .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
        .language(texts.language())
        .header("Content-Security-Policy", policy())
        .header("Vary", "Accept-Language")
        .header("X-Frame-Options", "DENY");
  }
}

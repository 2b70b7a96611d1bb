package org.corridor.auth.api.pages;

/** Text as it must stand in HTML. */
final class Html {

  private Html() {}

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
}

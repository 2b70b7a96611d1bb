package org.corridor.auth.api.pages;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of the pages, in one language. */
public final class Texts {

  private static final List<String> LANGUAGES = List.of("en", "de");

  private final String language;
  private final ResourceBundle words;

  private Texts(String language) {
    this.language = language;
    this.words =
        ResourceBundle.getBundle(
            "org.corridor.auth.api.pages.texts",
            Locale.forLanguageTag(language),
            // English stands in the root: the server's own language is nobody's
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /**
   * @param wanted the languages that the browser asks for, the dearest first
   */
  public static Texts in(List<Locale> wanted) {
    return new Texts(
        wanted.stream()
            .map(Locale::getLanguage)
            .filter(LANGUAGES::contains)
            .findFirst()
            .orElse(LANGUAGES.get(0)));
  }

  String language() {
    return language;
  }

  /**
   * @throws java.util.MissingResourceException if there is no such text: a bug
   */
  String of(String key, Object... values) {
    var text = words.getString(key);
    for (var index = 0; index < values.length; index++) {
      text = text.replace("{" + index + "}", said(values[index]));
    }
    return text;
  }

  /** The server does not know where the reader is: so it says which clock it means. */
  private String said(Object value) {
    return value instanceof Instant moment
        ? DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(Locale.forLanguageTag(language))
                .format(moment.atOffset(ZoneOffset.UTC))
            + " UTC"
        : String.valueOf(value);
  }
}

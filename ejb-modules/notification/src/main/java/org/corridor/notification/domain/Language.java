package org.corridor.notification.domain;

import java.util.Locale;

/** The languages that there are words in. */
public enum Language {
  EN(Locale.UK),
  DE(Locale.GERMANY);

  private final Locale locale;

  Language(Locale locale) {
    this.locale = locale;
  }

  /** How numbers and dates are written. */
  public Locale locale() {
    return locale;
  }

  /** ISO 639-1: {@code en}, {@code de}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The language of that code, or English if there are no words in it. */
  public static Language ofCodeOrEnglish(String code) {
    for (var language : values()) {
      if (language.code().equals(code)) {
        return language;
      }
    }
    return EN;
  }
}

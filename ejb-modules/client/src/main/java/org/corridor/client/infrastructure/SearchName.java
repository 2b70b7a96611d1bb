package org.corridor.client.infrastructure;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The form of a name that searches compare. */
final class SearchName {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern SPACES = Pattern.compile("\\s+");

  private SearchName() {}

  /** Lower case and without accents, so that a search for {@code muller} finds Müller. */
  static String of(String name) {
    var decomposed = Normalizer.normalize(name, Normalizer.Form.NFKD);
    var plain = MARKS.matcher(decomposed).replaceAll("");
    return SPACES.matcher(plain.strip()).replaceAll(" ").toLowerCase(Locale.ROOT);
  }
}

package org.corridor.web.security;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lists as settings and claims write them. */
final class Words {

  private Words() {}

  /** What stands between spaces and commas. */
  static List<String> of(String text) {
    return Arrays.stream(text.trim().split("[\\s,]+", -1)).filter(word -> !word.isEmpty()).toList();
  }

  /**
   * Words by name: {@code teller=transactions:read transactions:create; viewer=accounts:read}.
   *
   * @throws IllegalArgumentException if it is something else, or has a name twice
   */
  static Map<String, List<String>> byName(String text) {
    var found = new LinkedHashMap<String, List<String>>();
    for (var entry : text.split(";", -1)) {
      if (entry.isBlank()) {
        continue;
      }
      var equals = entry.indexOf('=');
      var name = equals < 0 ? "" : entry.substring(0, equals).trim();
      if (name.isEmpty()) {
        throw new IllegalArgumentException("not name=value: " + entry.trim());
      }
      if (found.put(name, of(entry.substring(equals + 1))) != null) {
        throw new IllegalArgumentException("twice: " + name);
      }
    }
    return found;
  }
}

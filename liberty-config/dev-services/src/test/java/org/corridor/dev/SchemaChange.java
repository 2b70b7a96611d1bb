package org.corridor.dev;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The difference between two JSON Schemas of the same version of an event, as one who reads such
 * events has to see it: what was there must still be there, and mean the same.
 */
final class SchemaChange {

  /** What a consumer may rely on word by word. */
  private static final List<String> FIXED = List.of("type", "format", "pattern", "const");

  private final List<String> breaks = new ArrayList<>();

  private SchemaChange() {}

  /** What breaks those who read events by the old schema; nothing if they need not care. */
  static List<String> breaks(JsonNode before, JsonNode after) {
    var change = new SchemaChange();
    change.compare("", before, after);
    return List.copyOf(change.breaks);
  }

  private void compare(String where, JsonNode before, JsonNode after) {
    for (var keyword : FIXED) {
      if (before.has(keyword) && !before.get(keyword).equals(after.path(keyword))) {
        breaks.add(
            "%s: %s was %s and is %s"
                .formatted(where, keyword, before.get(keyword), after.path(keyword)));
      }
    }
    gone(where + ": a value is gone: ", before.path("enum"), after.path("enum"));
    gone(where + ": may be missing now: ", before.path("required"), after.path("required"));
    for (var property : before.path("properties").properties()) {
      var path = where + "/" + property.getKey();
      var now = after.path("properties").path(property.getKey());
      if (now.isMissingNode()) {
        breaks.add(path + " is gone");
      } else {
        compare(path, property.getValue(), now);
      }
    }
    if (before.has("items")) {
      compare(where + "[]", before.get("items"), after.path("items"));
    }
  }

  private void gone(String fault, JsonNode before, JsonNode after) {
    var now = texts(after);
    texts(before).stream()
        .filter(text -> !now.contains(text))
        .forEach(text -> breaks.add(fault + text));
  }

  private static Set<String> texts(JsonNode array) {
    var texts = new HashSet<String>();
    array.forEach(item -> texts.add(item.asText()));
    return texts;
  }
}

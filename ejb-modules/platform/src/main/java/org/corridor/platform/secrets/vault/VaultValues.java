package org.corridor.platform.secrets.vault;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Settings that stand in KV version 2, each under its whole name. */
final class VaultValues {

  private VaultValues() {}

  /**
   * What stands at {@code corridor.vault.kv.paths}, the later the stronger; nothing without that.
   *
   * @throws IllegalStateException if a path has nothing, or something that is no setting
   */
  static Map<String, String> read(Function<String, Optional<String>> settings) {
    var vault = VaultSettings.from(settings);
    var paths = settings.apply("corridor.vault.kv.paths");
    if (vault.isEmpty() || paths.isEmpty()) {
      return Map.of();
    }
    var mount = settings.apply("corridor.vault.kv.mount").orElse("secret");
    return read(VaultSession.of(vault.get()), mount, paths.get());
  }

  static Map<String, String> read(VaultSession session, String mount, String paths) {
    var values = new HashMap<String, String>();
    for (var path : split(paths)) {
      var full = mount + "/data/" + path;
      var data =
          session
              .read(full)
              .map(answer -> answer.path("data").path("data"))
              .filter(JsonNode::isObject)
              .orElseThrow(
                  () ->
                      new IllegalStateException(
                          "corridor.vault.kv.paths: Vault has no secret at " + full));
      for (var entry : data.properties()) {
        values.put(entry.getKey(), value(full, entry));
      }
    }
    return Map.copyOf(values);
  }

  private static String value(String path, Map.Entry<String, JsonNode> entry) {
    if (!entry.getValue().isValueNode() || entry.getValue().isNull()) {
      throw new IllegalStateException(
          entry.getKey() + " in Vault at " + path + " is no text, number or boolean");
    }
    return entry.getValue().asText();
  }

  private static List<String> split(String paths) {
    return Arrays.stream(paths.strip().split("\\s*,\\s*", -1))
        .filter(path -> !path.isEmpty())
        .toList();
  }
}

package org.corridor.dev;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The servers read nothing that the reference page does not explain. */
class SettingsReferenceTest {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{(corridor\\.[a-z.]+)}");
  private static final Pattern PASSWORD_DEFAULT =
      Pattern.compile("<variable name=\"[^\"]*password\"[^>]*defaultValue=");

  private final Workspace workspace = Workspace.containing(Path.of(""));

  @Test
  void explainsEveryVariableOfTheServerConfigurations() throws IOException {
    String reference = Files.readString(workspace.root().resolve("docs/reference/settings.md"));

    assertThat(variables())
        .isNotEmpty()
        .allSatisfy(
            variable ->
                assertThat(reference)
                    .as("docs/reference/settings.md on " + variable)
                    .containsAnyOf("`" + variable + "`", "`" + general(variable) + "`"));
  }

  @Test
  void knowsNoDefaultForAPassword() throws IOException {
    for (Path file : configurations()) {
      assertThat(Files.readString(file))
          .as(file.toString())
          .doesNotContainPattern(PASSWORD_DEFAULT);
    }
  }

  /** The page explains {@code corridor.db.<context>.host} once for all contexts. */
  private static String general(String variable) {
    return variable.replaceFirst(
        "^corridor\\.db\\.(auth|client|account|transaction|notification)\\.",
        "corridor.db.<context>.");
  }

  private Set<String> variables() throws IOException {
    var found = new TreeSet<String>();
    for (Path file : configurations()) {
      var matcher = VARIABLE.matcher(Files.readString(file));
      while (matcher.find()) {
        found.add(matcher.group(1));
      }
    }
    return found;
  }

  private Iterable<Path> configurations() throws IOException {
    try (var tree = Files.walk(workspace.libertyConfig(), 2)) {
      return tree.filter(file -> file.toString().endsWith(".xml"))
          .filter(file -> !file.endsWith("pom.xml"))
          .toList();
    }
  }
}

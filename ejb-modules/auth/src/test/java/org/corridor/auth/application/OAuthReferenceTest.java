package org.corridor.auth.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What docs/reference/oauth.md says to be proved has its test. */
class OAuthReferenceTest {

  private static final Path REPOSITORY = Path.of("../..");
  private static final Pattern TEST =
      Pattern.compile("`([A-Z][A-Za-z]+(?:Test|IT))\\.([a-zA-Z]+)`");

  @Test
  void namesTestsThatExist() throws IOException {
    var reference = Files.readString(REPOSITORY.resolve("docs/reference/oauth.md"));
    var named = TEST.matcher(reference).results().toList();

    assertThat(named).hasSizeGreaterThan(30);
    var sources = testSources();
    for (var test : named) {
      assertThat(sources.getOrDefault(test.group(1) + ".java", ""))
          .as(test.group())
          .containsPattern("void " + test.group(2) + "\\(");
    }
  }

  /** Of all modules, by the names of their files; of several of one name all. */
  private static Map<String, String> testSources() throws IOException {
    try (var files = Files.walk(REPOSITORY)) {
      return files
          .filter(file -> file.toString().contains("/src/test/java/"))
          .filter(file -> file.toString().endsWith(".java"))
          .collect(
              Collectors.toMap(
                  file -> file.getFileName().toString(), OAuthReferenceTest::read, String::concat));
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

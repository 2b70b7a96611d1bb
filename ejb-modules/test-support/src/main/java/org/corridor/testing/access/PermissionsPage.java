package org.corridor.testing.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code docs/reference/permissions.md}, whose tables stand between {@code <!-- begin NAME -->} and
 * {@code <!-- end NAME -->}. With the property {@code corridor.permissions.write} a table that
 * differs is written instead of refused, so that the difference can be read and committed.
 */
final class PermissionsPage {

  private static final Path FILE = Path.of("..", "..", "docs", "reference", "permissions.md");
  private static final String WRITE = "corridor.permissions.write";

  private PermissionsPage() {}

  /** The lines of a table. */
  static List<String> table(String name) {
    var text = read();
    return text.substring(begin(text, name), end(text, name)).strip().lines().toList();
  }

  /**
   * @throws AssertionError if the page says otherwise
   */
  static void requireTable(String name, List<String> lines) {
    if (Boolean.getBoolean(WRITE)) {
      var text = read();
      write(
          text.substring(0, begin(text, name))
              + "\n"
              + String.join("\n", lines)
              + "\n"
              + text.substring(end(text, name)));
    }
    assertThat(table(name))
        .as("who may do what in %s; see -D%s=true in CONTRIBUTING.md", name, WRITE)
        .containsExactlyElementsOf(lines);
  }

  private static int begin(String text, String name) {
    var mark = "<!-- begin " + name + " -->";
    return at(text, mark) + mark.length();
  }

  private static int end(String text, String name) {
    return at(text, "<!-- end " + name + " -->");
  }

  private static int at(String text, String mark) {
    var at = text.indexOf(mark);
    if (at < 0) {
      throw new AssertionError(FILE + " lacks " + mark);
    }
    return at;
  }

  private static String read() {
    try {
      return Files.readString(FILE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(String text) {
    try {
      Files.writeString(FILE, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package org.corridor.dev;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The last lines of a server's log, to stand below an error. */
final class LogTail {
  private LogTail() {}

  static String of(Path log, int lines) {
    try {
      List<String> all =
          new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
      return all.stream()
          .skip(Math.max(0, all.size() - lines))
          .map(line -> line.length() > 400 ? line.substring(0, 400) + "..." : line)
          .reduce("", (text, line) -> text + System.lineSeparator() + "  | " + line);
    } catch (IOException e) {
      return "";
    }
  }
}

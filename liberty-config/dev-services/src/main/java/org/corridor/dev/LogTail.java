package org.corridor.dev;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A few lines of a server's log, to stand below an error. */
final class LogTail {
  private static final int WIDTH = 400;

  private LogTail() {}

  /** The last lines; each on a line of its own. */
  static String of(Path log, int lines) {
    List<String> all = lines(log);
    return quoted(all.subList(Math.max(0, all.size() - lines), all.size()));
  }

  /** The first line that has the text, and those that follow. */
  static String around(Path log, String text, int lines) {
    List<String> all = lines(log);
    int first =
        IntStream.range(0, all.size())
            .filter(line -> all.get(line).contains(text))
            .findFirst()
            .orElse(0);
    return quoted(all.subList(first, Math.min(all.size(), first + lines)));
  }

  static boolean contains(Path log, String text) {
    return lines(log).stream().anyMatch(line -> line.contains(text));
  }

  private static String quoted(List<String> lines) {
    return lines.stream()
        .map(line -> line.length() > WIDTH ? line.substring(0, WIDTH) + "..." : line)
        .map(line -> System.lineSeparator() + "  | " + line)
        .collect(Collectors.joining());
  }

  private static List<String> lines(Path log) {
    try {
      return new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}

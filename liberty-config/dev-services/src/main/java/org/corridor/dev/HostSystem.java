package org.corridor.dev;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What differs from one operating system to the next. */
final class HostSystem {
  private HostSystem() {}

  static boolean isWindows() {
    return name().startsWith("windows");
  }

  static boolean isMac() {
    return name().startsWith("mac");
  }

  static boolean isArm() {
    String arch = System.getProperty("os.arch");
    return arch.equals("aarch64") || arch.equals("arm64");
  }

  /** Alpine and its kind, whose C library is musl. */
  static boolean isMusl() {
    return Files.exists(Path.of("/etc/alpine-release"));
  }

  static boolean isRoot() {
    return !isWindows() && "root".equals(System.getProperty("user.name"));
  }

  static Optional<Path> program(String name) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    // Debian keeps nginx in /usr/sbin, which is not on an ordinary user's path.
    String[] directories = (path + File.pathSeparator + "/usr/sbin").split(File.pathSeparator, -1);
    for (String directory : directories) {
      Path candidate = Path.of(directory.isEmpty() ? "." : directory, name);
      if (Files.isExecutable(candidate)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  /** A prefix that runs a command in a session of its own; it keeps the process id. */
  static List<String> inOwnSession() {
    if (program("setsid").isPresent()) {
      return List.of("setsid");
    }
    if (program("perl").isPresent()) {
      return List.of("perl", "-MPOSIX", "-e", "POSIX::setsid(); exec { $ARGV[0] } @ARGV");
    }
    return List.of();
  }

  private static String name() {
    return System.getProperty("os.name").toLowerCase(Locale.ROOT);
  }
}

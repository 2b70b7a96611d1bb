package org.corridor.dev.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** A process and its children, by what the kernel counts for them ({@code proc(5)}; Linux only). */
final class ProcessTree {

  /** The kernel's unit here on every architecture of Linux that Java runs on. */
  private static final long TICKS_PER_SECOND = 100;

  /** Of {@code /proc/<pid>/stat}, counted from the field behind the name. */
  private static final int USER = 11;

  private static final int WITH_CHILDREN = 4;

  private final ProcessHandle root;

  ProcessTree(long pid) {
    root = ProcessHandle.of(pid).orElseThrow();
  }

  /** CPU time of all that live, and of those children that have ended. */
  Duration cpu() {
    var ticks =
        Stream.concat(Stream.of(root), root.descendants())
            .mapToLong(process -> ticks(process.pid()))
            .sum();
    return Duration.ofMillis(ticks * 1000 / TICKS_PER_SECOND);
  }

  /** The process of the tree that is a JVM. */
  long jvm() {
    return Stream.concat(Stream.of(root), root.descendants())
        .filter(process -> process.info().command().orElse("").endsWith("java"))
        .mapToLong(ProcessHandle::pid)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no JVM runs below " + root.pid()));
  }

  /** User and system time, of itself and of the children it has waited for; 0 once it is gone. */
  private static long ticks(long pid) {
    try {
      var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      // the name, in parentheses, may contain anything
      var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      var sum = 0L;
      for (var i = 0; i < WITH_CHILDREN; i++) {
        sum += Long.parseLong(fields[USER + i]);
      }
      return sum;
    } catch (IOException gone) {
      return 0;
    }
  }
}

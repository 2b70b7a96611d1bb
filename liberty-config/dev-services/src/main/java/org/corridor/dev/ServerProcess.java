package org.corridor.dev;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A native server process: its output goes to a log file, and a pid file lets the next run find it
 * if this JVM is killed before it could stop it.
 */
final class ServerProcess {
  /** Two readings of one process's start differ by the rounding of the kernel's clock ticks. */
  private static final Duration SAME_START = Duration.ofSeconds(5);

  private static final Duration TERMINATION = Duration.ofSeconds(10);

  private final Process process;
  private final Path pidFile;

  private ServerProcess(Process process, Path pidFile) {
    this.process = process;
    this.pidFile = pidFile;
  }

  /** Starts the command in a session of its own, so that a Ctrl-C on the terminal passes it by. */
  static ServerProcess start(
      List<String> command, Map<String, String> environment, Path log, Path pidFile) {
    var detached = new ArrayList<>(HostSystem.inOwnSession());
    detached.addAll(command);
    var builder = new ProcessBuilder(detached);
    builder.environment().putAll(environment);
    try {
      Files.createDirectories(log.getParent());
      Files.createDirectories(pidFile.getParent());
      builder.directory(log.getParent().toFile());
      builder.redirectErrorStream(true);
      builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      builder.redirectInput(ProcessBuilder.Redirect.from(nothing()));
      var process = builder.start();
      Files.writeString(pidFile, process.pid() + " " + startedAt(process.toHandle()));
      return new ServerProcess(process, pidFile);
    } catch (IOException e) {
      throw new DevServicesException("Cannot start " + command.get(0) + ": " + e.getMessage(), e);
    }
  }

  /** The process that an earlier, killed run has left behind under this pid file. */
  static Optional<ProcessHandle> orphan(Path pidFile) {
    try {
      if (!Files.exists(pidFile)) {
        return Optional.empty();
      }
      String[] parts = Files.readString(pidFile).strip().split(" ", 2);
      long start = Long.parseLong(parts[1]);
      return ProcessHandle.of(Long.parseLong(parts[0]))
          .filter(ProcessHandle::isAlive)
          .filter(found -> Math.abs(startedAt(found) - start) <= SAME_START.toMillis());
    } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  /** Stops what an earlier, killed run has left behind, in good order if it obeys. */
  static void stopOrphan(Path pidFile) {
    orphan(pidFile)
        .ifPresent(
            found -> {
              found.destroy();
              if (!exited(found, TERMINATION)) {
                killTree(found);
              }
            });
    deleteQuietly(pidFile);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  long pid() {
    return process.pid();
  }

  int exitValue() {
    return process.exitValue();
  }

  CompletableFuture<Process> onExit() {
    return process.onExit();
  }

  /** SIGTERM, then SIGKILL for what has not gone after the grace period. */
  void terminate(Duration grace) {
    process.destroy();
    awaitExitOrKill(grace);
  }

  void awaitExitOrKill(Duration grace) {
    try {
      if (!process.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS)) {
        kill();
      }
    } catch (InterruptedException e) {
      kill();
      Thread.currentThread().interrupt();
    }
    forget();
  }

  /** SIGKILL to the process and its children, as a power cut would; waits until it is gone. */
  void kill() {
    killTree(process.toHandle());
    try {
      process.waitFor(TERMINATION.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    forget();
  }

  /**
   * Sends a signal, by its name without SIG, to the process and its children; POSIX only.
   *
   * @throws DevServicesException if it cannot be sent
   */
  void signal(String name) {
    var command = new ArrayList<>(List.of("kill", "-" + name, Long.toString(pid())));
    process.descendants().forEach(child -> command.add(Long.toString(child.pid())));
    try {
      if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
        throw new DevServicesException("SIG" + name + " cannot be sent to " + pid());
      }
    } catch (IOException e) {
      throw new DevServicesException("Cannot run kill", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DevServicesException("interrupted", e);
    }
  }

  /** Leaves the pid file alone if it is another process's by now. */
  private void forget() {
    if (orphan(pidFile).isEmpty()) {
      deleteQuietly(pidFile);
    }
  }

  private static void killTree(ProcessHandle root) {
    List<ProcessHandle> children = root.descendants().toList();
    root.destroyForcibly();
    children.forEach(ProcessHandle::destroyForcibly);
    children.forEach(child -> exited(child, TERMINATION));
  }

  private static boolean exited(ProcessHandle handle, Duration within) {
    try {
      handle.onExit().get(within.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
      return false;
    }
  }

  private static long startedAt(ProcessHandle handle) {
    return handle.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }

  private static File nothing() {
    return new File(HostSystem.isWindows() ? "NUL" : "/dev/null");
  }

  private static void deleteQuietly(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // A pid file that stays names a process that is gone: orphan() sees that.
    }
  }
}

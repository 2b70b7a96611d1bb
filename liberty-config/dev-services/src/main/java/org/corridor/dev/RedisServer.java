package org.corridor.dev;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One Redis on a data directory of its own, on the loopback interface, with a password and an
 * append-only file. It can be stopped or killed, and started again on the same data.
 */
public final class RedisServer implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(20);

  private final Path executable;
  private final Path data;
  private final Path log;
  private final Path pidFile;
  private final int port;
  private final String password;
  private ServerProcess process;

  RedisServer(Path executable, Path data, Path run, int port, String password) {
    this.executable = executable.toAbsolutePath();
    this.data = data.toAbsolutePath();
    this.log = run.toAbsolutePath().resolve("redis.log");
    this.pidFile = run.toAbsolutePath().resolve("redis.pid");
    this.port = port;
    this.password = password;
  }

  /** Returns once it answers. */
  public void start() {
    Path configuration = data.resolve("redis.conf");
    try {
      PrivateFiles.createDirectories(data);
      PrivateFiles.write(configuration, configuration());
    } catch (IOException e) {
      throw new DevServicesException("Cannot write " + configuration, e);
    }
    process =
        ServerProcess.start(
            List.of(executable.toString(), configuration.toString()), Map.of(), log, pidFile);
    Instant deadline = Instant.now().plus(START);
    while (!answers()) {
      if (!process.isAlive() || Instant.now().isAfter(deadline)) {
        throw new DevServicesException(
            "Redis did not start; its log is " + log + LogTail.of(log, 10));
      }
      pause();
    }
  }

  public void stop() {
    if (isRunning()) {
      process.terminate(Duration.ofSeconds(10));
    }
  }

  public void kill() {
    process.kill();
  }

  @Override
  public void close() {
    stop();
  }

  public boolean isRunning() {
    return process != null && process.isAlive();
  }

  public int port() {
    return port;
  }

  void stopOrphan() {
    ServerProcess.stopOrphan(pidFile);
  }

  private String configuration() {
    return """
    bind 127.0.0.1
    port %d
    requirepass %s
    dir "%s"
    appendonly yes
    save ""
    maxmemory-policy noeviction
    """
        .formatted(port, password, data.toString().replace("\\", "\\\\"));
  }

  private boolean answers() {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
      socket.setSoTimeout(500);
      var command = "AUTH " + password + "\r\nPING\r\n";
      socket.getOutputStream().write(command.getBytes(StandardCharsets.US_ASCII));
      byte[] answer = socket.getInputStream().readNBytes("+OK\r\n+PONG\r\n".length());
      return new String(answer, StandardCharsets.US_ASCII).equals("+OK\r\n+PONG\r\n");
    } catch (IOException e) {
      return false;
    }
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DevServicesException("Interrupted while Redis was starting", e);
    }
  }
}

package org.corridor.dev;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A Zipkin that keeps traces in memory, on the loopback interface: where the journeys look whether
 * traces arrive.
 */
public final class ZipkinServer implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration STOP = Duration.ofSeconds(10);

  private final int port;
  private final Path log;
  private final Path pidFile;
  private ServerProcess process;

  private ZipkinServer(Path home, int port) {
    var run = home.toAbsolutePath().resolve("run");
    this.port = port;
    this.log = run.resolve("zipkin.log");
    this.pidFile = run.resolve("zipkin.pid");
  }

  /**
   * Returns once it answers.
   *
   * @param jar the executable one
   * @param home gets its log and pid file, below {@code run}
   */
  public static ZipkinServer start(Path jar, Path home, int port) {
    if (!Files.isRegularFile(jar)) {
      throw new DevServicesException(jar + " is not there: mvn package");
    }
    var server = new ZipkinServer(home, port);
    ServerProcess.stopOrphan(server.pidFile);
    server.process = ServerProcess.start(server.command(jar), Map.of(), server.log, server.pidFile);
    server.awaitAnswer();
    return server;
  }

  /** All that it knows of a trace: a JSON array of spans; empty if there are none yet. */
  public String trace(String traceId) {
    var answer = get("/api/v2/trace/" + traceId);
    return answer == null ? "[]" : answer;
  }

  @Override
  public void close() {
    process.terminate(STOP);
  }

  private List<String> command(Path jar) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx128m",
        "-XX:TieredStopAtLevel=1",
        "-jar",
        jar.toAbsolutePath().toString(),
        // left alone, it listens on every interface
        "--armeria.ports[0].address=127.0.0.1",
        "--armeria.ports[0].port=" + port,
        "--armeria.ports[0].protocols[0]=http");
  }

  private void awaitAnswer() {
    var deadline = Instant.now().plus(START);
    while (get("/health") == null) {
      if (!process.isAlive() || Instant.now().isAfter(deadline)) {
        process.kill();
        throw new DevServicesException(
            "Zipkin did not start; its log is " + log + LogTail.of(log, 10));
      }
      pause();
    }
  }

  /** Null if it does not answer, or not with success. */
  private String get(String path) {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(Duration.ofSeconds(5))
            .build();
    try {
      var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
      return answer.statusCode() == 200 ? answer.body() : null;
    } catch (IOException e) {
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DevServicesException("Interrupted while asking Zipkin", e);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DevServicesException("Interrupted while Zipkin was starting", e);
    }
  }
}

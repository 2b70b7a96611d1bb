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
 * A Keycloak with realms from files, on the loopback interface: the issuer of somebody else, whose
 * tokens the journeys bring.
 */
public final class KeycloakServer implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(3);
  private static final Duration STOP = Duration.ofSeconds(10);

  /** It runs for a minute, so compiling it well would cost more than it gives. */
  private static final String JAVA_OPTS =
      "-Xms64m -Xmx384m -XX:MaxMetaspaceSize=256m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

  private final Path installation;
  private final int port;
  private final TlsMaterial tls;
  private final Path log;
  private final Path pidFile;
  private ServerProcess process;

  private KeycloakServer(Path installation, Path home, int port, TlsMaterial tls) {
    var run = home.toAbsolutePath().resolve("run");
    this.installation = installation.toAbsolutePath();
    this.port = port;
    this.tls = tls;
    this.log = run.resolve("keycloak.log");
    this.pidFile = run.resolve("keycloak.pid");
  }

  /**
   * Returns once it answers; knows what the realms' files say, and nothing of earlier runs.
   *
   * @param installation as it was unpacked
   * @param realms the directory with the files
   * @param home gets its log and pid file, below {@code run}
   */
  public static KeycloakServer start(
      Path installation, Path realms, Path home, int port, TlsMaterial tls) {
    if (!Files.isRegularFile(installation.resolve("bin").resolve("kc.sh"))) {
      throw new DevServicesException(installation + " is not there: mvn package");
    }
    var server = new KeycloakServer(installation, home, port, tls);
    ServerProcess.stopOrphan(server.pidFile);
    server.furnish(realms);
    server.process =
        ServerProcess.start(
            server.command(),
            Map.of("JAVA_OPTS", JAVA_OPTS, "JAVA_HOME", System.getProperty("java.home")),
            server.log,
            server.pidFile);
    server.awaitAnswer();
    return server;
  }

  /** What a server at the port calls itself in the tokens of a realm. */
  public static URI issuer(int port, String realm) {
    return URI.create("https://localhost:" + port + "/realms/" + realm);
  }

  @Override
  public void close() {
    process.terminate(STOP);
  }

  private void furnish(Path realms) {
    try {
      PrivateFiles.deleteTree(installation.resolve("data"));
      var imports = Files.createDirectories(installation.resolve("data").resolve("import"));
      try (var files = Files.list(realms)) {
        for (var realm : files.toList()) {
          Files.copy(realm, imports.resolve(realm.getFileName().toString()));
        }
      }
    } catch (IOException e) {
      throw new DevServicesException("Cannot furnish " + installation, e);
    }
  }

  private List<String> command() {
    var script = HostSystem.isWindows() ? "kc.bat" : "kc.sh";
    return List.of(
        installation.resolve("bin").resolve(script).toString(),
        "start-dev",
        "--http-host=127.0.0.1",
        // it opens one without TLS in any case: somewhere, and for nobody
        "--http-port=0",
        "--https-port=" + port,
        "--https-certificate-file=" + tls.certificatePem(),
        "--https-certificate-key-file=" + tls.keyPem(),
        "--cache=local",
        "--features-disabled=account,admin",
        "--import-realm");
  }

  private void awaitAnswer() {
    var deadline = Instant.now().plus(START);
    var client = HttpClient.newBuilder().sslContext(tls.sslContext()).build();
    while (!answers(client)) {
      if (!process.isAlive() || Instant.now().isAfter(deadline)) {
        process.kill();
        throw new DevServicesException(
            "Keycloak did not start; its log is " + log + LogTail.of(log, 10));
      }
      pause();
    }
  }

  private boolean answers(HttpClient client) {
    var request =
        HttpRequest.newBuilder(issuer(port, "master")).timeout(Duration.ofSeconds(10)).build();
    try {
      return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DevServicesException("Interrupted while asking Keycloak", e);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DevServicesException("Interrupted while Keycloak was starting", e);
    }
  }
}

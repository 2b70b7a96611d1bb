package org.corridor.dev;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The gateway of {@code openshift/gateway/nginx.conf}, run by the machine's own nginx. */
public final class NginxGateway implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(10);

  /** What its certificate says that it is. */
  private static final String NAME = "gateway";

  /** What servers are told, so that they believe what it says of its callers' certificates. */
  static final Map<String, String> TRUST =
      Map.of(
          "CORRIDOR_TLS_GATEWAY",
          ClientCertificate.subject(NAME),
          "CORRIDOR_TLS_GATEWAY_HEADER",
          "X-Client-Cert");

  private final Path nginx;
  private final Path prefix;
  private final Path log;
  private final Path pidFile;
  private final int port;
  private ServerProcess process;

  private NginxGateway(Path nginx, Path home, int port) {
    Path run = home.toAbsolutePath().resolve("run");
    this.nginx = nginx;
    this.prefix = run.resolve("gateway");
    this.log = run.resolve("gateway.log");
    this.pidFile = run.resolve("gateway.pid");
    this.port = port;
  }

  static NginxGateway create(Workspace workspace, Path home, Ports ports, TlsMaterial tls) {
    Path nginx = HostSystem.program("nginx").orElseThrow(GatewayMissing::new);
    var gateway = new NginxGateway(nginx, home, ports.https());
    ServerProcess.stopOrphan(gateway.pidFile);
    ports.requireFree(Ports.HTTPS);
    try {
      gateway.layOut(Files.readString(workspace.gatewayTemplate()), variables(ports, tls));
    } catch (IOException e) {
      throw new DevServicesException("Cannot lay out the gateway in " + gateway.prefix, e);
    }
    return gateway;
  }

  /** Returns once it accepts connections. */
  void start() {
    // Started by root, nginx would hand its workers to a user who cannot read this directory.
    String directives = HostSystem.isRoot() ? "daemon off; user root;" : "daemon off;";
    var command =
        List.of(
            nginx.toString(),
            "-p",
            prefix + "/",
            "-c",
            "nginx.conf",
            "-e",
            "logs/error.log",
            "-g",
            directives);
    process = ServerProcess.start(command, Map.of(), log, pidFile);
    Instant deadline = Instant.now().plus(START);
    while (!accepts()) {
      if (!process.isAlive() || Instant.now().isAfter(deadline)) {
        throw new DevServicesException("nginx did not start" + LogTail.of(log, 10));
      }
      pause();
    }
  }

  URI baseUri() {
    return URI.create("https://localhost:" + port);
  }

  @Override
  public void close() {
    if (process != null && process.isAlive()) {
      process.terminate(Duration.ofSeconds(5));
    }
  }

  private void layOut(String template, Map<String, String> variables) throws IOException {
    for (String directory : List.of("logs", "temp")) {
      Files.createDirectories(prefix.resolve(directory));
    }
    String configuration = template;
    for (var variable : variables.entrySet()) {
      configuration = configuration.replace("${" + variable.getKey() + "}", variable.getValue());
    }
    Files.writeString(prefix.resolve("nginx.conf"), configuration);
  }

  private static Map<String, String> variables(Ports ports, TlsMaterial tls) {
    var variables = new LinkedHashMap<String, String>();
    variables.put("CORRIDOR_GATEWAY_WORKERS", "1");
    variables.put("CORRIDOR_GATEWAY_LISTEN", "127.0.0.1");
    variables.put("CORRIDOR_GATEWAY_PORT", Integer.toString(ports.https()));
    variables.put("CORRIDOR_GATEWAY_CERTIFICATE", tls.certificatePem().toString());
    variables.put("CORRIDOR_GATEWAY_KEY", tls.keyPem().toString());
    variables.put("CORRIDOR_GATEWAY_TRUST", tls.certificatePem().toString());
    variables.put("CORRIDOR_GATEWAY_UPSTREAM_NAME", "localhost");
    var own = tls.certificateOf(NAME);
    variables.put("CORRIDOR_GATEWAY_OWN_CERTIFICATE", own.certificatePem().toString());
    variables.put("CORRIDOR_GATEWAY_OWN_KEY", own.keyPem().toString());
    variables.put("CORRIDOR_GATEWAY_CLIENTS", "optional");
    variables.put("CORRIDOR_GATEWAY_CLIENTS_TRUST", tls.certificatePem().toString());
    // One caller is the whole load here: journeys, races, benchmarks.
    variables.put("CORRIDOR_GATEWAY_REQUESTS_PER_SECOND", "20000");
    variables.put("CORRIDOR_GATEWAY_REQUESTS_BURST", "20000");
    variables.put("CORRIDOR_GATEWAY_CONNECTIONS", "2000");
    for (Context context : Context.values()) {
      variables.put("CORRIDOR_GATEWAY_" + context.name(), "127.0.0.1:" + ports.service(context));
    }
    return variables;
  }

  private boolean accepts() {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DevServicesException("Interrupted while nginx was starting", e);
    }
  }
}

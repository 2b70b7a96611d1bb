package org.corridor.dev;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * One Open Liberty server made from {@code liberty-config/<configuration>} and the common
 * fragments, with one application. It can be stopped or killed, and started again as it was.
 */
public final class LibertyServer implements AutoCloseable {
  /** Liberty's message on an application that could not be started; waiting longer is in vain. */
  private static final String APPLICATION_FAILED = "CWWKZ0002E";

  /** What a server has that asks its callers for a certificate. */
  private static final String ASKING = "client-certificates.xml";

  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration STOP = Duration.ofSeconds(40);

  private final String name;
  private final Path installation;
  private final Path userDirectory;
  private final Path run;
  private final int httpsPort;
  private final TlsMaterial tls;
  private final Map<String, String> environment;
  private volatile ServerProcess process;
  private boolean closed;

  private LibertyServer(
      String name,
      Path installation,
      Path home,
      int httpsPort,
      TlsMaterial tls,
      Map<String, String> environment) {
    this.name = name;
    this.installation = installation;
    this.run = home.toAbsolutePath().resolve("run");
    this.userDirectory = run.resolve("liberty");
    this.httpsPort = httpsPort;
    this.tls = tls;
    this.environment = environment;
  }

  /**
   * Lays out the server's directory below {@code home/run/liberty}; does not start it.
   *
   * @param configuration the folder of {@code liberty-config} that has its {@code server.xml}
   * @param application the EAR or WAR to deploy, under the name that {@code server.xml} expects
   * @param environment what the server's variables and MicroProfile Config are to read; with {@code
   *     CORRIDOR_TLS_CLIENTS} it asks its callers for a certificate
   */
  public static LibertyServer create(
      Workspace workspace,
      Path home,
      String configuration,
      Path application,
      String applicationName,
      int httpsPort,
      TlsMaterial tls,
      Map<String, String> environment) {
    var whole = new LinkedHashMap<>(environment);
    whole.put("CORRIDOR_HTTPS_HOST", "localhost");
    whole.put("CORRIDOR_HTTPS_PORT", Integer.toString(httpsPort));
    whole.put("CORRIDOR_HTTP_QUIESCE", "2s");
    whole.put(
        "CORRIDOR_STATE_DIR",
        home.toAbsolutePath().resolve("data").resolve("liberty").resolve(configuration).toString());
    var server =
        new LibertyServer(
            configuration, workspace.liberty(), home, httpsPort, tls, Map.copyOf(whole));
    try {
      server.layOut(workspace, application, applicationName);
    } catch (IOException e) {
      throw new DevServicesException("Cannot lay out the server " + configuration, e);
    }
    return server;
  }

  /** Starts the process and returns at once; see {@link #awaitReady}. */
  public synchronized void start() {
    if (closed) {
      throw new DevServicesException("The server " + name + " was closed");
    }
    var whole = new LinkedHashMap<>(environment);
    whole.put("WLP_USER_DIR", userDirectory.toString());
    // For what asks the JDK and not Liberty whom to trust: java.net.http, JWKS retrievers.
    whole.merge(
        "JVM_ARGS",
        "-Djavax.net.ssl.trustStore=" + tls.trustStore(),
        (own, trust) -> trust + " " + own);
    whole.put("JAVA_HOME", System.getProperty("java.home"));
    String script = HostSystem.isWindows() ? "server.bat" : "server";
    process =
        ServerProcess.start(
            List.of(installation.resolve("bin").resolve(script).toString(), "run", name),
            whole,
            log(),
            pidFile());
  }

  /**
   * Waits until the server reports that it is ready: its applications have started and say that
   * what they need can be reached.
   *
   * @throws DevServicesException if it exits before, or is not ready in time
   */
  public void awaitReady(Duration within) {
    Instant deadline = Instant.now().plus(within);
    var client =
        HttpClient.newBuilder()
            .sslContext(tls.sslContext())
            .connectTimeout(Duration.ofSeconds(2))
            // An HTTP/2 connection would stay open, and the server would wait for it when it stops.
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    String last = "no answer";
    while (Instant.now().isBefore(deadline)) {
      if (!process.isAlive()) {
        throw new DevServicesException(
            "The server %s exited before it was ready; its log is %s%s"
                .formatted(name, log(), LogTail.of(log(), 20)));
      }
      last = readiness(client);
      if (last.isEmpty()) {
        return;
      }
      if (LogTail.contains(log(), APPLICATION_FAILED)) {
        throw new DevServicesException(
            "The application on the server %s did not start; its log is %s%s"
                .formatted(name, log(), LogTail.around(log(), APPLICATION_FAILED, 12)));
      }
      pause();
    }
    throw new DevServicesException(
        "The server %s was not ready within %d s (%s); its log is %s%s"
            .formatted(name, within.toSeconds(), last, log(), LogTail.of(log(), 20)));
  }

  /** Stops in good order: applications first, then the process. */
  public void stop() {
    if (isRunning()) {
      process.terminate(STOP);
    }
  }

  /** SIGKILL: what it had not committed is lost, as in a crash. */
  public void kill() {
    process.kill();
  }

  /** Stops it for good. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    stop();
  }

  public boolean isRunning() {
    return process != null && process.isAlive();
  }

  /** Completes when the process is gone, for whatever reason. */
  public CompletableFuture<LibertyServer> onExit() {
    return process.onExit().thenApply(gone -> this);
  }

  public String name() {
    return name;
  }

  public long pid() {
    return process.pid();
  }

  public URI baseUri() {
    return URI.create("https://localhost:" + httpsPort);
  }

  /** For people; what Liberty logs as JSON is in {@link #jsonLog}. */
  public Path log() {
    return run.resolve("liberty-" + name + ".log");
  }

  /** A line for each request. */
  public Path accessLog() {
    return serverDirectory().resolve("logs").resolve("http_access.log");
  }

  public Path jsonLog() {
    return serverDirectory().resolve("logs").resolve("messages.log");
  }

  /** Stops the servers that an earlier, killed run has left running in this home. */
  public static void stopOrphans(Path home) {
    Path run = home.resolve("run");
    if (!Files.isDirectory(run)) {
      return;
    }
    try (Stream<Path> files = Files.list(run)) {
      files
          .filter(file -> file.getFileName().toString().matches("liberty-.*\\.pid"))
          .toList()
          .forEach(ServerProcess::stopOrphan);
    } catch (IOException e) {
      throw new DevServicesException("Cannot read " + run, e);
    }
  }

  private Path pidFile() {
    return run.resolve("liberty-" + name + ".pid");
  }

  private Path serverDirectory() {
    return userDirectory.resolve("servers").resolve(name);
  }

  private void layOut(Workspace workspace, Path application, String applicationName)
      throws IOException {
    Files.createDirectories(run);
    Files.createDirectories(Path.of(environment.get("CORRIDOR_STATE_DIR")));
    Path common = workspace.libertyConfig().resolve("common");
    Path shared = userDirectory.resolve("shared");
    copyTree(common, shared.resolve("config").resolve("common"));
    copyIfNewer(common.resolve("jvm.options"), shared.resolve("jvm.options"));
    copyIfNewer(common.resolve("server.env"), shared.resolve("server.env"));
    copyIfNewer(driver(), shared.resolve("resources/postgresql/postgresql.jar"));
    copyTree(workspace.libertyConfig().resolve(name), serverDirectory());
    Path asking = serverDirectory().resolve("configDropins/overrides").resolve(ASKING);
    if (Boolean.parseBoolean(environment.get("CORRIDOR_TLS_CLIENTS"))) {
      copyIfNewer(common.resolve(ASKING), asking);
    } else {
      Files.deleteIfExists(asking);
    }
    // Last word over the shared server.env: here a person reads the console.
    Files.writeString(
        serverDirectory().resolve("server.env"), "WLP_LOGGING_CONSOLE_FORMAT=SIMPLE\n");

    Path deployed = serverDirectory().resolve("apps").resolve(applicationName);
    if (copyIfNewer(application, deployed)) {
      PrivateFiles.deleteTree(deployed.resolveSibling("expanded"));
    }
    if (Files.exists(log())) {
      Files.move(
          log(),
          log().resolveSibling("liberty-" + name + ".previous.log"),
          StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private String readiness(HttpClient client) {
    var request =
        HttpRequest.newBuilder(baseUri().resolve("/health/ready"))
            .timeout(Duration.ofSeconds(5))
            .build();
    try {
      var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      return answer.statusCode() == 200 ? "" : answer.body();
    } catch (IOException e) {
      return "no answer";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DevServicesException("Interrupted while " + name + " was starting", e);
    }
  }

  private static Path driver() {
    try {
      return Path.of(
          org.postgresql.Driver.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (java.net.URISyntaxException e) {
      throw new DevServicesException("Cannot find the PostgreSQL driver's jar", e);
    }
  }

  private static void copyTree(Path from, Path to) throws IOException {
    try (Stream<Path> tree = Files.walk(from)) {
      for (Path file : tree.filter(Files::isRegularFile).toList()) {
        copyIfNewer(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  /** Tells whether it copied; an equal size and time mean an equal file. */
  private static boolean copyIfNewer(Path from, Path to) throws IOException {
    if (Files.exists(to)
        && Files.size(to) == Files.size(from)
        && Files.getLastModifiedTime(to).equals(Files.getLastModifiedTime(from))) {
      return false;
    }
    Files.createDirectories(to.getParent());
    Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
    return true;
  }

  private static void pause() {
    try {
      Thread.sleep(POLL.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DevServicesException("Interrupted while a server was starting", e);
    }
  }
}

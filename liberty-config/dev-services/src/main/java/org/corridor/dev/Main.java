package org.corridor.dev;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Properties;

/**
 * {@code mvn -Prun}: PostgreSQL, Redis and Liberty with all contexts, until Ctrl-C. What it wrote
 * is there at the next start; {@code -Dcorridor.fresh=true} starts afresh.
 */
public final class Main {
  private static final String FRESH = "corridor.fresh";
  private static final String HOME = "corridor.home";
  private static final Duration READY = Duration.ofMinutes(3);

  private final Workspace workspace;
  private final Properties settings;
  private final PrintStream out;
  private final Deque<AutoCloseable> running = new ArrayDeque<>();
  private boolean ready;
  private boolean stopping;

  private Main(Workspace workspace, Properties settings, PrintStream out) {
    this.workspace = workspace;
    this.settings = settings;
    this.out = out;
  }

  /** The argument is a directory inside the checkout; without one, the current directory. */
  public static void main(String[] arguments) {
    try {
      var workspace = Workspace.containing(Path.of(arguments.length > 0 ? arguments[0] : ""));
      var main = new Main(workspace, System.getProperties(), System.out);
      Runtime.getRuntime().addShutdownHook(new Thread(main::stop, "corridor-stop"));
      main.run();
    } catch (DevServicesException e) {
      System.err.println();
      System.err.println("Corridor: " + e.getMessage());
      // Not thrown on to Maven: its own lines would bury the message.
      System.exit(2);
    }
  }

  /** Returns when it has been asked to stop. */
  private void run() {
    try {
      Path home = home();
      var ports = Ports.from(settings);
      keep(HomeLock.take(home));
      var services = keep(EmbeddedServices.create(workspace.executables(), home, ports));
      if (Boolean.parseBoolean(settings.getProperty(FRESH))) {
        services.wipe();
      }
      services.start();
      var mail = keep(MailServer.start(home, Ports.mail(settings)));
      var topology = keep(Topology.allInOne(workspace, home, ports, services, mail.environment()));
      var server = topology.servers().get(0);
      out.println("Starting Corridor; the log is " + server.log());
      topology.start(READY);
      var demo = new LoadDemo(home.resolve("demo.env")).perform(topology, services);
      banner(topology, services, ports, mail, demo);
      server.onExit().join();
      throw new DevServicesException(
          "Liberty has stopped; its log is " + server.log() + LogTail.of(server.log(), 20));
    } catch (DevServicesException e) {
      if (!isStopping()) {
        throw e;
      }
    }
  }

  private Path home() {
    String elsewhere = settings.getProperty(HOME);
    return elsewhere == null ? workspace.home() : Path.of(elsewhere).toAbsolutePath();
  }

  private void banner(
      Topology topology,
      EmbeddedServices services,
      Ports ports,
      MailServer mail,
      List<String> demo) {
    synchronized (this) {
      ready = true;
    }
    var base = topology.baseUri();
    out.println();
    out.println("  Corridor is ready (Ctrl-C stops it; -D" + FRESH + "=true starts afresh)");
    out.println();
    out.println(
        "    API           " + base + "/api/{auth,client,account,transaction,notification}/v1");
    out.println("    API pages     " + base + "/openapi/ui   (" + base + "/openapi)");
    out.println("    Health        " + base + "/health       metrics: " + base + "/metrics");
    out.println("    Certificate   curl --cacert " + services.tls().certificatePem());
    out.println(
        "    PostgreSQL    localhost:" + ports.postgres() + ", Redis localhost:" + ports.redis());
    out.println("    Mail          " + mail.folder());
    out.println("    Log           " + topology.servers().get(0).log());
    out.println();
    demo.forEach(line -> out.println("    " + line));
    out.println();
  }

  private synchronized <T extends AutoCloseable> T keep(T resource) {
    if (stopping) {
      close(resource);
      throw new DevServicesException("Stopped while starting");
    }
    running.push(resource);
    return resource;
  }

  private synchronized boolean isStopping() {
    return stopping;
  }

  /** Last started, first stopped: Liberty, then Redis and PostgreSQL. */
  private void stop() {
    synchronized (this) {
      stopping = true;
      if (ready) {
        out.println("Stopping Corridor");
      }
    }
    running.forEach(Main::close);
  }

  private static void close(AutoCloseable resource) {
    try {
      resource.close();
    } catch (IOException | RuntimeException e) {
      System.err.println("While stopping: " + e.getMessage());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}

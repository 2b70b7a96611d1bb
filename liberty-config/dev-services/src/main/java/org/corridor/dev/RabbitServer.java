package org.corridor.dev;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One node of RabbitMQ on a data directory of its own, on the loopback interface, TLS only, with a
 * password; alone or in a cluster with others on this machine. It can be stopped or killed, and
 * started again on the same data. RabbitMQ itself is the machine's.
 */
public final class RabbitServer implements AutoCloseable {

  /** Who the application servers are at the broker. */
  static final String USERNAME = "corridor";

  private static final Duration START = Duration.ofMinutes(2);
  private static final Duration STOP = Duration.ofSeconds(40);
  private static final Duration COMMAND = Duration.ofSeconds(60);
  private static final Duration AGREED = Duration.ofMinutes(2);

  /** Three ports for each node: AMQP, Erlang's own, and of the first one the port mapper's. */
  private static final int PORTS = 3;

  private final Path programs;
  private final Path data;
  private final Path log;
  private final Path pidFile;
  private final TlsMaterial tls;
  private final String password;
  private final int firstPort;
  private final int number;
  private final int nodes;
  private ServerProcess process;

  private RabbitServer(
      Path programs,
      Path home,
      TlsMaterial tls,
      String password,
      int firstPort,
      int number,
      int nodes) {
    this.programs = programs;
    this.data = home.toAbsolutePath().resolve("data").resolve("rabbitmq-" + number);
    this.log = home.toAbsolutePath().resolve("run").resolve("rabbitmq-" + number + ".log");
    this.pidFile = home.toAbsolutePath().resolve("run").resolve("rabbitmq-" + number + ".pid");
    this.tls = tls;
    this.password = password;
    this.firstPort = firstPort;
    this.number = number;
    this.nodes = nodes;
  }

  /**
   * The nodes of one cluster, not started; what an earlier run that was killed has left is stopped.
   *
   * @throws BrokerMissing if there is no RabbitMQ on this machine
   */
  static List<RabbitServer> cluster(
      Path home, TlsMaterial tls, String password, int firstPort, int nodes) {
    Path programs = programs();
    return IntStream.range(0, nodes)
        .mapToObj(
            number -> new RabbitServer(programs, home, tls, password, firstPort, number, nodes))
        .peek(node -> ServerProcess.stopOrphan(node.pidFile))
        .toList();
  }

  /** Debian's own commands may be called by root and by RabbitMQ's user only; these by anybody. */
  private static Path programs() {
    Path installed = Path.of("/usr/lib/rabbitmq/lib");
    if (Files.isDirectory(installed)) {
      try (Stream<Path> versions = Files.list(installed)) {
        var found =
            versions
                .map(version -> version.resolve("sbin"))
                .filter(sbin -> Files.isExecutable(sbin.resolve("rabbitmq-server")))
                .sorted()
                .reduce((older, newer) -> newer);
        if (found.isPresent()) {
          return found.get();
        }
      } catch (IOException e) {
        throw new DevServicesException("Cannot read " + installed, e);
      }
    }
    return HostSystem.program("rabbitmq-server").orElseThrow(BrokerMissing::new).getParent();
  }

  /** Begins to start; see {@link #awaitReady}. */
  public void start() {
    try {
      PrivateFiles.createDirectories(data);
      Files.createDirectories(log.getParent());
      PrivateFiles.write(data.resolve("rabbitmq.conf"), configuration());
      Files.writeString(data.resolve("enabled_plugins"), "[].\n");
      if (!Files.exists(cookie())) {
        // the nodes of a cluster know each other by it
        PrivateFiles.write(cookie(), password);
      }
    } catch (IOException e) {
      throw new DevServicesException("Cannot lay out RabbitMQ in " + data, e);
    }
    process =
        ServerProcess.start(
            List.of(programs.resolve("rabbitmq-server").toString()), environment(), log, pidFile);
  }

  /** Returns once it takes connections. */
  public void awaitReady() {
    Instant deadline = Instant.now().plus(START);
    while (!accepts()) {
      if (!process.isAlive() || Instant.now().isAfter(deadline)) {
        throw new DevServicesException(
            "RabbitMQ did not start; its log is " + log + LogTail.of(log, 20));
      }
      pause();
    }
    control("await_startup");
  }

  public void stop() {
    if (isRunning()) {
      process.terminate(STOP);
    }
  }

  /** SIGKILL: as a power cut. */
  public void kill() {
    process.kill();
  }

  /** SIGSTOP: it is there and says nothing, until it is thawed. */
  public void freeze() {
    process.signal("STOP");
  }

  public void thaw() {
    process.signal("CONT");
  }

  @Override
  public void close() {
    stop();
  }

  /**
   * Ends Erlang's port mapper, which the first node has started, once no node needs it any more.
   */
  void stopPortMapper() {
    HostSystem.program("epmd")
        .ifPresent(
            epmd -> {
              var builder = new ProcessBuilder(epmd.toString(), "-kill").redirectErrorStream(true);
              builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
              builder.environment().putAll(environment());
              try {
                builder.start().waitFor(COMMAND.toSeconds(), TimeUnit.SECONDS);
              } catch (IOException e) {
                throw new DevServicesException("Cannot run " + epmd, e);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
  }

  public boolean isRunning() {
    return process != null && process.isAlive();
  }

  public int port() {
    return firstPort + number * PORTS;
  }

  /** What {@code rabbitmqctl} prints when it is given these arguments. */
  public String control(String... arguments) {
    return run("rabbitmqctl", arguments);
  }

  /**
   * Returns once what was declared and bound so far is on disk: the broker answers before that, and
   * if it is killed within two seconds, forgets it.
   */
  public void keepWhatWasDeclared() {
    control("eval", "mnesia:sync_log().");
  }

  /** Has another node of the cluster keep a copy of each queue too. */
  public void copyQueuesTo(RabbitServer other) {
    repeat(
        () -> run("rabbitmq-queues", "grow", node(other.number), "all"),
        () -> members().allMatch(line -> line.contains(node(other.number))));
  }

  /** Takes another node out of the cluster and deletes what it has. */
  public void expel(RabbitServer other) {
    repeat(
        () -> run("rabbitmq-queues", "shrink", node(other.number)),
        () -> members().noneMatch(line -> line.contains(node(other.number))));
    other.stop();
    control("forget_cluster_node", node(other.number));
    try {
      PrivateFiles.deleteTree(other.data);
    } catch (IOException e) {
      throw new DevServicesException("Cannot delete " + other.data, e);
    }
  }

  /** A line a queue: the nodes that have a copy. */
  private Stream<String> members() {
    return control("--no-table-headers", "list_queues", "members").lines();
  }

  /**
   * Each queue agrees for itself, and one that has no time for it is told of and passed over. A
   * copy that is never there again, but counts for the majority, would bring its queue to a halt.
   */
  private static void repeat(Supplier<String> command, BooleanSupplier done) {
    Instant deadline = Instant.now().plus(AGREED);
    var said = command.get();
    while (!done.getAsBoolean()) {
      if (Instant.now().isAfter(deadline)) {
        throw new DevServicesException("The queues do not agree: " + said);
      }
      pause();
      said = command.get();
    }
  }

  private String run(String program, String... arguments) {
    var command = new ArrayList<String>();
    command.add(programs.resolve(program).toString());
    command.add("-q");
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment());
    try {
      var control = builder.start();
      control.getOutputStream().close();
      String said = new String(control.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!control.waitFor(COMMAND.toSeconds(), TimeUnit.SECONDS) || control.exitValue() != 0) {
        throw new DevServicesException(
            program + " " + String.join(" ", arguments) + ": " + said.strip());
      }
      return said.strip();
    } catch (IOException e) {
      throw new DevServicesException("Cannot run " + program, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DevServicesException("Interrupted while " + program + " was running", e);
    }
  }

  private Map<String, String> environment() {
    var environment = new LinkedHashMap<String, String>();
    environment.put("HOME", data.toString());
    environment.put("LC_ALL", "C.UTF-8");
    environment.put("RABBITMQ_NODENAME", node(number));
    environment.put("RABBITMQ_MNESIA_BASE", data.resolve("mnesia").toString());
    environment.put("RABBITMQ_LOG_BASE", data.resolve("log").toString());
    environment.put("RABBITMQ_CONFIG_FILE", data.resolve("rabbitmq.conf").toString());
    environment.put("RABBITMQ_CONF_ENV_FILE", data.resolve("none.conf").toString());
    environment.put("RABBITMQ_ENABLED_PLUGINS_FILE", data.resolve("enabled_plugins").toString());
    environment.put("RABBITMQ_PID_FILE", data.resolve("node.pid").toString());
    environment.put("RABBITMQ_DIST_PORT", Integer.toString(port() + 1));
    environment.put("ERL_EPMD_ADDRESS", "127.0.0.1");
    environment.put("ERL_EPMD_PORT", Integer.toString(firstPort + 2));
    // the machine is shared with all the others: no waiting in circles for work
    environment.put(
        "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS",
        "+S 2:2 +sbwt none +sbwtdcpu none +sbwtdio none"
            + " -kernel inet_dist_use_interface {127,0,0,1}");
    return environment;
  }

  private String configuration() {
    var peers =
        number == 0
            ? ""
            : "cluster_formation.peer_discovery_backend = classic_config\n"
                + IntStream.range(0, nodes)
                    .mapToObj(
                        peer ->
                            "cluster_formation.classic_config.nodes.%d = %s%n"
                                .formatted(peer + 1, node(peer)))
                    .collect(Collectors.joining());
    return """
    listeners.tcp = none
    listeners.ssl.1 = 127.0.0.1:%d
    ssl_options.cacertfile = %s
    ssl_options.certfile = %s
    ssl_options.keyfile = %s
    ssl_options.verify = verify_none
    ssl_options.versions.1 = tlsv1.3
    default_user = %s
    default_pass = %s
    disk_free_limit.absolute = 50MB
    log.file.level = info
    """
            .formatted(
                port(),
                tls.certificatePem(),
                tls.certificatePem(),
                tls.keyPem(),
                USERNAME,
                password)
        + peers;
  }

  /** On the name that every machine has, whatever it is called. */
  private String node(int which) {
    return "corridor-" + firstPort + "-" + which + "@localhost";
  }

  private Path cookie() {
    return data.resolve(".erlang.cookie");
  }

  private boolean accepts() {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port()), 200);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DevServicesException("Interrupted while RabbitMQ was starting", e);
    }
  }
}

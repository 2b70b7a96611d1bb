package org.corridor.dev;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/**
 * One PostgreSQL on a data directory of its own, on the loopback interface. It takes the same
 * durability settings as a bank's server: a commit that was answered is on disk, also here, so that
 * the crash tests and the benchmark tell the truth.
 *
 * <p>It can be stopped or killed, and started again on the same data.
 */
public final class PostgresServer implements AutoCloseable {
  private static final String SUPERUSER = "postgres";
  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration POLL = Duration.ofMillis(50);

  /** Given on the command line, so that no file in the data directory can weaken them. */
  private static final Map<String, String> DURABILITY =
      Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on");

  private static final List<String> SETTINGS =
      List.of(
          "listen_addresses=127.0.0.1",
          "unix_socket_directories=",
          "max_connections=300",
          "max_wal_size=4GB",
          "timezone=UTC",
          "log_timezone=UTC",
          "log_line_prefix=%m [%p] %q%u@%d ",
          "password_encryption=scram-sha-256");

  private final Path executables;
  private final Path data;
  private final Path log;
  private final Path pidFile;
  private final int port;
  private final String superuserPassword;
  private ServerProcess process;
  private boolean countsStatements;
  private final List<String> ownSettings = new ArrayList<>();

  PostgresServer(Path executables, Path data, Path run, int port, String superuserPassword) {
    this.executables = executables;
    this.data = data.toAbsolutePath();
    this.log = run.toAbsolutePath().resolve("postgres.log");
    this.pidFile = run.toAbsolutePath().resolve("postgres.pid");
    this.port = port;
    this.superuserPassword = superuserPassword;
  }

  /** Starts the server, creating its data directory the first time; returns once it answers. */
  public void start() {
    try {
      Files.createDirectories(log.getParent());
      initialise();
    } catch (IOException e) {
      throw new DevServicesException("Cannot create " + data, e);
    }
    Instant deadline = Instant.now().plus(START);
    process = launch();
    while (!answers()) {
      if (!process.isAlive()) {
        // After a kill -9, children of the old server may hold its shared memory for a moment.
        if (!LogTail.of(log, 5).contains("shared memory") || Instant.now().isAfter(deadline)) {
          throw failed("PostgreSQL did not start");
        }
        pause(Duration.ofMillis(500));
        process = launch();
      }
      if (Instant.now().isAfter(deadline)) {
        throw failed("PostgreSQL did not answer within " + START.toSeconds() + " s");
      }
      pause(POLL);
    }
    requireDurability();
  }

  /** Rolls back what is open and stops in good order. */
  public void stop() {
    if (process != null && process.isAlive()) {
      // Fast mode: SIGTERM would wait for every client to leave.
      run(pgCtl("stop", "-m", "fast", "-w", "-t", "30"));
      process.awaitExitOrKill(Duration.ofSeconds(5));
    }
  }

  /** Kills it and its children with SIGKILL, as a crash of the machine would. */
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

  public long pid() {
    return process.pid();
  }

  /** From its next start on it keeps statistics of its statements, which costs a little time. */
  public void countStatements() {
    countsStatements = true;
  }

  /**
   * From its next start on it has this setting.
   *
   * @param setting such as {@code shared_buffers=1GB}; durability cannot be taken away
   */
  public void set(String setting) {
    ownSettings.add(setting);
  }

  public Path log() {
    return log;
  }

  public String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s?sslmode=disable".formatted(port, database);
  }

  public Connection connect(String database, String user, String password) throws SQLException {
    var properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    properties.setProperty("connectTimeout", "5");
    return DriverManager.getConnection(jdbcUrl(database), properties);
  }

  public Connection connectAsSuperuser(String database) throws SQLException {
    return connect(database, SUPERUSER, superuserPassword);
  }

  /** Stops a server that an earlier, killed run has left on this data directory. */
  void stopOrphan() {
    ServerProcess.orphan(pidFile)
        .or(this::postmaster)
        .ifPresent(
            orphan -> {
              run(pgCtl("stop", "-m", "fast", "-w", "-t", "30"));
              orphan.destroyForcibly();
            });
    ServerProcess.stopOrphan(pidFile);
  }

  /** The server that PostgreSQL's own pid file names, if it is one and alive. */
  private Optional<ProcessHandle> postmaster() {
    return postmasterPid()
        .flatMap(ProcessHandle::of)
        .filter(found -> found.info().command().orElse("").contains("postgres"));
  }

  private Optional<Long> postmasterPid() {
    try {
      Path file = data.resolve("postmaster.pid");
      return Files.exists(file)
          ? Optional.of(Long.valueOf(Files.readAllLines(file).get(0).strip()))
          : Optional.empty();
    } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  private void initialise() throws IOException {
    if (Files.exists(data.resolve("PG_VERSION"))) {
      return;
    }
    Path fresh = data.resolveSibling(data.getFileName() + ".new");
    PrivateFiles.deleteTree(fresh);
    PrivateFiles.createDirectories(fresh);
    Path password = data.resolveSibling(".postgres-password");
    PrivateFiles.write(password, superuserPassword);
    var user = OrdinaryUser.here();
    user.give(fresh);
    user.give(password);
    try {
      run(
          program("initdb"),
          List.of(
              "-D",
              fresh.toString(),
              "-U",
              SUPERUSER,
              "--pwfile=" + password,
              "--auth=scram-sha-256",
              "--encoding=UTF8",
              // The same order of text on every system.
              "--locale-provider=builtin",
              "--builtin-locale=C.UTF-8",
              "--locale=C"));
      Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(password);
    }
  }

  private ServerProcess launch() {
    if (postmaster().isEmpty()) {
      removeStaleLock();
    }
    var command = new ArrayList<String>();
    command.add(program("postgres"));
    command.addAll(List.of("-D", data.toString(), "-p", Integer.toString(port)));
    SETTINGS.forEach(setting -> command.addAll(List.of("-c", setting)));
    ownSettings.forEach(setting -> command.addAll(List.of("-c", setting)));
    if (countsStatements) {
      command.addAll(List.of("-c", "shared_preload_libraries=pg_stat_statements"));
    }
    DURABILITY.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
    var whole = OrdinaryUser.here().command(command);
    return ServerProcess.start(whole, Map.of("LC_ALL", "C"), log, pidFile);
  }

  /** A killed server's lock, whose process id another process may have by now. */
  private void removeStaleLock() {
    try {
      Files.deleteIfExists(data.resolve("postmaster.pid"));
    } catch (IOException e) {
      throw new DevServicesException("Cannot remove the stale postmaster.pid in " + data, e);
    }
  }

  private boolean answers() {
    try (var connection = connectAsSuperuser("postgres")) {
      return connection.isValid(1);
    } catch (SQLException e) {
      if ("28P01".equals(e.getSQLState())) {
        throw new DevServicesException(
            "The data in %s was made with other passwords. Start afresh: -Dcorridor.fresh=true"
                .formatted(data),
            e);
      }
      return false;
    }
  }

  private void requireDurability() {
    try (var connection = connectAsSuperuser("postgres")) {
      requireDurability(connection);
    } catch (SQLException e) {
      throw new DevServicesException("Cannot ask PostgreSQL for its settings", e);
    } catch (DevServicesException e) {
      stop();
      throw e;
    }
  }

  /** A server that could lose an answered commit must not carry a ledger, not even a test's. */
  static void requireDurability(Connection connection) throws SQLException {
    for (var setting : DURABILITY.entrySet()) {
      try (var statement = connection.createStatement();
          var answer = statement.executeQuery("SHOW " + setting.getKey())) {
        answer.next();
        String actual = answer.getString(1);
        if (!setting.getValue().equals(actual)) {
          throw new DevServicesException(
              "PostgreSQL runs with %s=%s; money needs %s"
                  .formatted(setting.getKey(), actual, setting.getValue()));
        }
      }
    }
  }

  private List<String> pgCtl(String action, String... options) {
    var arguments = new ArrayList<>(List.of(program("pg_ctl"), "-D", data.toString(), action));
    arguments.addAll(List.of(options));
    return arguments;
  }

  private void run(String program, List<String> arguments) {
    var command = new ArrayList<String>();
    command.add(program);
    command.addAll(arguments);
    if (run(command) != 0) {
      throw failed(Path.of(program).getFileName() + " failed");
    }
  }

  private int run(List<String> command) {
    var builder =
        new ProcessBuilder(OrdinaryUser.here().command(command)).redirectErrorStream(true);
    builder.environment().put("LC_ALL", "C");
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    try {
      var running = builder.start();
      if (!running.waitFor(2, TimeUnit.MINUTES)) {
        running.destroyForcibly();
        return -1;
      }
      return running.exitValue();
    } catch (IOException e) {
      throw new DevServicesException("Cannot run " + command.get(0), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return -1;
    }
  }

  private String program(String name) {
    return executables
        .resolve("bin")
        .resolve(HostSystem.isWindows() ? name + ".exe" : name)
        .toAbsolutePath()
        .toString();
  }

  private DevServicesException failed(String what) {
    return new DevServicesException(what + "; its log is " + log + LogTail.of(log, 15));
  }

  private static void pause(Duration duration) {
    try {
      Thread.sleep(duration.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DevServicesException("Interrupted while PostgreSQL was starting", e);
    }
  }
}

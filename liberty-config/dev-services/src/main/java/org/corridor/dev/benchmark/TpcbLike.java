package org.corridor.dev.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.corridor.dev.PostgresServer;

/**
 * The baseline: pgbench's own TPC-B-like transaction, prepared, on the same server with as many
 * clients. Where pgbench is installed it is run; elsewhere the same seven statements go over JDBC.
 */
final class TpcbLike {

  private static final int SCALE = 10;
  private static final int ACCOUNTS = 100_000 * SCALE;
  private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");

  private final PostgresServer postgres;
  private final String password;

  TpcbLike(PostgresServer postgres, String password) {
    this.postgres = postgres;
    this.password = password;
  }

  /** Makes the tables of pgbench, at scale 10, in a database of their own. */
  void prepare() throws SQLException {
    try (var connection = postgres.connectAsSuperuser("postgres");
        var statement = connection.createStatement()) {
      statement.execute("drop database if exists pgbench");
      statement.execute("create database pgbench");
    }
    try (var connection = connect();
        var statement = connection.createStatement()) {
      statement.execute(
          "create table pgbench_branches (bid int primary key, bbalance int, filler char(88))"
              + " with (fillfactor=100)");
      statement.execute(
          "create table pgbench_tellers (tid int primary key, bid int, tbalance int,"
              + " filler char(84)) with (fillfactor=100)");
      statement.execute(
          "create table pgbench_accounts (aid int primary key, bid int, abalance int,"
              + " filler char(84)) with (fillfactor=100)");
      statement.execute(
          "create table pgbench_history (tid int, bid int, aid int, delta int, mtime timestamp,"
              + " filler char(22))");
      statement.execute(
          "insert into pgbench_branches select i, 0, '' from generate_series(1, " + SCALE + ") i");
      statement.execute(
          "insert into pgbench_tellers select i, (i - 1) / 10 + 1, 0, ''"
              + " from generate_series(1, "
              + 10 * SCALE
              + ") i");
      statement.execute(
          "insert into pgbench_accounts select i, (i - 1) / 100000 + 1, 0, ''"
              + " from generate_series(1, "
              + ACCOUNTS
              + ") i");
      statement.execute("vacuum analyze");
    }
  }

  /** Transactions a second. */
  double measure(int clients, Duration howLong) throws SQLException {
    var program = installed();
    return program.isPresent()
        ? byProgram(program.get(), clients, howLong)
        : byJdbc(clients, howLong);
  }

  /** What {@link #measure} measures with, for the report. */
  String name() {
    return installed().isPresent() ? "pgbench-tpcb" : "jdbc-tpcb";
  }

  private static Optional<Path> installed() {
    return Arrays.stream(System.getenv("PATH").split(java.io.File.pathSeparator))
        .map(directory -> Path.of(directory, "pgbench"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private double byProgram(Path program, int clients, Duration howLong) {
    var command =
        new ProcessBuilder(
            program.toString(),
            "-h",
            "127.0.0.1",
            "-p",
            Integer.toString(postgres.port()),
            "-U",
            "postgres",
            "-n",
            "-M",
            "prepared",
            "-c",
            Integer.toString(clients),
            "-j",
            "2",
            "-T",
            Long.toString(howLong.toSeconds()),
            "pgbench");
    command.environment().put("PGPASSWORD", password);
    command.redirectErrorStream(true);
    try {
      var process = command.start();
      var output =
          new String(
              process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      var tps = TPS.matcher(output);
      if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0 || !tps.find()) {
        throw new IllegalStateException("pgbench failed: " + output);
      }
      return Double.parseDouble(tps.group(1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while pgbench ran", e);
    }
  }

  private double byJdbc(int clients, Duration howLong) throws SQLException {
    var sessions = new ArrayList<Session>();
    for (var i = 0; i < clients; i++) {
      sessions.add(new Session(connect()));
    }
    try {
      return ClosedLoop.run(sessions, howLong).perSecond();
    } finally {
      ClosedLoop.close(sessions);
    }
  }

  private Connection connect() throws SQLException {
    return postgres.connectAsSuperuser("pgbench");
  }

  /** One client of pgbench's {@code tpcb-like} script. */
  private static final class Session implements LoadClient {
    private final Connection connection;
    private final PreparedStatement account;
    private final PreparedStatement read;
    private final PreparedStatement teller;
    private final PreparedStatement branch;
    private final PreparedStatement history;

    Session(Connection connection) throws SQLException {
      this.connection = connection;
      connection.setAutoCommit(false);
      account =
          connection.prepareStatement(
              "update pgbench_accounts set abalance = abalance + ? where aid = ?");
      read = connection.prepareStatement("select abalance from pgbench_accounts where aid = ?");
      teller =
          connection.prepareStatement(
              "update pgbench_tellers set tbalance = tbalance + ? where tid = ?");
      branch =
          connection.prepareStatement(
              "update pgbench_branches set bbalance = bbalance + ? where bid = ?");
      history =
          connection.prepareStatement(
              "insert into pgbench_history (tid, bid, aid, delta, mtime)"
                  + " values (?, ?, ?, ?, current_timestamp)");
    }

    @Override
    public void open() {
      // it is open from the beginning
    }

    @Override
    public void close() throws IOException {
      try {
        connection.close();
      } catch (SQLException e) {
        throw new IOException(e);
      }
    }

    @Override
    public Result send() throws IOException {
      var random = ThreadLocalRandom.current();
      var aid = random.nextInt(1, ACCOUNTS + 1);
      var bid = random.nextInt(1, SCALE + 1);
      var tid = random.nextInt(1, 10 * SCALE + 1);
      var delta = random.nextInt(-5000, 5001);
      try {
        run(account, delta, aid);
        read.setInt(1, aid);
        read.executeQuery().close();
        run(teller, delta, tid);
        run(branch, delta, bid);
        run(history, tid, bid, aid, delta);
        connection.commit();
        return Result.DONE;
      } catch (SQLException e) {
        throw new IOException("the baseline failed", e);
      }
    }

    private static void run(PreparedStatement statement, int... values) throws SQLException {
      for (var i = 0; i < values.length; i++) {
        statement.setInt(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }
}

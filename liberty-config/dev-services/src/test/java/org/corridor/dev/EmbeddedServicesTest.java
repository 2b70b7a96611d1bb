package org.corridor.dev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmbeddedServicesTest {
  @TempDir static Path home;

  private static Ports ports;
  private static EmbeddedServices services;

  @BeforeAll
  static void start() {
    ports = FreePorts.take();
    services = EmbeddedServices.start(executables(), home, ports);
  }

  @AfterAll
  static void stop() {
    services.close();
  }

  @ParameterizedTest
  @CsvSource({"fsync", "synchronous_commit", "full_page_writes"})
  void neverLoseAnAnsweredCommit(String setting) throws SQLException {
    try (var connection = as(Context.ACCOUNT.appRole(), "account")) {
      assertThat(text(connection, "SHOW " + setting)).isEqualTo("on");
    }
  }

  @Test
  void refuseAServerThatCouldLoseOne() throws SQLException {
    try (var connection = as(Context.ACCOUNT.appRole(), "account")) {
      execute(connection, "SET synchronous_commit = off");

      assertThatExceptionOfType(DevServicesException.class)
          .isThrownBy(() -> PostgresServer.requireDurability(connection))
          .withMessageContaining("synchronous_commit=off");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "account_app, client",
    "account_owner, client",
    "client_app, account",
    "auth_app, transaction",
    "transaction_owner, auth",
    "account_app, postgres",
    "account_app, template1"
  })
  void keepEachRoleOutOfTheOtherDatabases(String role, String database) {
    assertThatThrownBy(() -> as(role, database))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("permission denied for database");
  }

  @Test
  void refuseAWrongPassword() {
    assertThatThrownBy(() -> services.postgres().connect("account", "account_app", "a guess"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("password authentication failed");
    assertThatThrownBy(() -> services.postgres().connect("account", "postgres", ""))
        .isInstanceOf(SQLException.class);
  }

  @Test
  void giveTheContextsNoSuperuser() throws SQLException {
    try (var connection = as(Context.AUTH.ownerRole(), "auth")) {
      assertThat(
              text(
                  connection,
                  "SELECT count(*) FROM pg_roles WHERE rolname ~ '_(app|owner)$'"
                      + " AND (rolsuper OR rolcreatedb OR rolcreaterole OR rolreplication)"))
          .isEqualTo("0");
    }
  }

  @Test
  void letTheOwnerMakeTablesAndTheApplicationOnlyWhatItWasGranted() throws SQLException {
    try (var owner = as("client_owner", "client");
        var app = as("client_app", "client")) {
      execute(owner, "CREATE TABLE shape (name text)");
      execute(owner, "GRANT SELECT, INSERT ON shape TO client_app");

      execute(app, "INSERT INTO shape VALUES ('round')");

      assertThat(text(app, "SELECT name FROM shape")).isEqualTo("round");
      assertThatThrownBy(() -> execute(app, "DELETE FROM shape"))
          .hasMessageContaining("permission denied");
      assertThatThrownBy(() -> execute(app, "CREATE TABLE other (id int)"))
          .hasMessageContaining("permission denied");
      assertThatThrownBy(() -> execute(app, "DROP TABLE shape"))
          .hasMessageContaining("must be owner");
      execute(owner, "DROP TABLE shape");
    }
  }

  @Test
  void mayBePreparedASecondTime() throws SQLException {
    new Databases(services.postgres(), services.secrets()).provide();

    try (var connection = as("transaction_app", "transaction")) {
      assertThat(text(connection, "SELECT current_database()")).isEqualTo("transaction");
    }
  }

  @Test
  void askForThePasswordOfRedis() throws IOException {
    assertThat(redis("PING")).startsWith("-NOAUTH");
    assertThat(redis("AUTH a-guess")).startsWith("-WRONGPASS");
  }

  @Test
  void nameThePortThatIsTaken(@TempDir Path other) {
    assertThatExceptionOfType(DevServicesException.class)
        .isThrownBy(() -> EmbeddedServices.start(executables(), other, ports))
        .withMessageContaining("Port " + ports.postgres() + " is taken")
        .withMessageContaining("corridor.postgres.port");
  }

  static Path executables() {
    return Workspace.containing(Path.of("")).executables();
  }

  private static String redis(String command) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), ports.redis())) {
      socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
      byte[] answer = new byte[100];
      int length = socket.getInputStream().read(answer);
      return new String(answer, 0, length, StandardCharsets.US_ASCII);
    }
  }

  private static Connection as(String role, String database) throws SQLException {
    return services.postgres().connect(database, role, services.secrets().get("postgres." + role));
  }

  private static String text(Connection connection, String query) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}

package org.corridor.dev;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was committed is there again, however the servers went. */
class RestartTest {
  @TempDir Path home;

  private Ports ports;
  private EmbeddedServices services;

  @BeforeEach
  void start() throws SQLException {
    ports = FreePorts.take();
    services = EmbeddedServices.start(EmbeddedServicesTest.executables(), home, ports);
    inAccount("CREATE TABLE kept (value text)");
  }

  @AfterEach
  void stop() {
    services.close();
  }

  @Test
  void findsTheDataOfARunThatStoppedInGoodOrder() throws SQLException {
    inAccount("INSERT INTO kept VALUES ('before')");
    services.close();

    startAgain();

    assertThat(kept()).isEqualTo("before");
  }

  @Test
  void findsTheDataOfServersThatWereKilled() throws SQLException {
    inAccount("INSERT INTO kept VALUES ('before')");
    services.postgres().kill();
    services.redis().kill();

    services.postgres().start();
    services.redis().start();

    assertThat(kept()).isEqualTo("before");
  }

  @Test
  void takesOverFromARunThatWasKilledWhileItsServersWentOn() throws SQLException {
    inAccount("INSERT INTO kept VALUES ('before')");
    var orphans = services;

    startAgain();

    assertThat(orphans.postgres().isRunning()).isFalse();
    assertThat(orphans.redis().isRunning()).isFalse();
    assertThat(kept()).isEqualTo("before");
  }

  @Test
  void doesNotTakeAnotherProcessForTheServerThatAStaleLockNames() throws Exception {
    services.postgres().kill();
    Path lock = home.resolve("data/postgres/postmaster.pid");
    String stale = Files.readString(lock);
    String ownPid = Long.toString(ProcessHandle.current().pid());
    Files.writeString(lock, ownPid + stale.substring(stale.indexOf('\n')));

    services.postgres().start();

    assertThat(services.postgres().isRunning()).isTrue();
  }

  @Test
  void forgetsEverythingWhenToldToStartAfresh() throws SQLException {
    String password = services.secrets().get("redis");
    services.close();
    services = EmbeddedServices.create(EmbeddedServicesTest.executables(), home, ports);

    services.wipe();
    services.start();

    assertThat(services.secrets().get("redis")).isNotEqualTo(password);
    inAccount("CREATE TABLE kept (value text)");
  }

  private void startAgain() {
    services = EmbeddedServices.start(EmbeddedServicesTest.executables(), home, ports);
  }

  private void inAccount(String sql) throws SQLException {
    try (var connection =
            services
                .postgres()
                .connect(
                    "account", "account_owner", services.secrets().get("postgres.account_owner"));
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String kept() throws SQLException {
    try (var connection =
            services
                .postgres()
                .connect(
                    "account", "account_owner", services.secrets().get("postgres.account_owner"));
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT value FROM kept")) {
      return rows.next() ? rows.getString(1) : "";
    }
  }
}

package org.corridor.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * An empty database on a real PostgreSQL, with the two roles of a context: {@code <context>_owner}
 * for migrations and {@code <context>_app} for everything else. One server serves all tests of a
 * JVM.
 *
 * @param owner connects as the owning role
 * @param app connects as the role that the application runs as
 */
public record TestDatabase(DataSource owner, DataSource app) {

  private static final AtomicInteger COUNTER = new AtomicInteger();
  private static final String PASSWORD = "only-for-tests";

  /** Makes a new database; no test sees another's. */
  public static TestDatabase create(String context) {
    var server = Server.INSTANCE;
    var name = context + "_" + COUNTER.incrementAndGet();
    try (var connection = server.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      for (var role : new String[] {context + "_owner", context + "_app"}) {
        statement.execute(
            "do $$ begin create role "
                + role
                + " login password '"
                + PASSWORD
                + "'; exception when duplicate_object then null; end $$");
      }
      statement.execute("create database " + name + " owner " + context + "_owner");
    } catch (SQLException e) {
      throw new IllegalStateException("cannot create the database " + name, e);
    }
    return new TestDatabase(
        source(server.getPort(), name, context + "_owner"),
        source(server.getPort(), name, context + "_app"));
  }

  private static DataSource source(int port, String database, String user) {
    var source = new PGSimpleDataSource();
    source.setServerNames(new String[] {"localhost"});
    source.setPortNumbers(new int[] {port});
    source.setDatabaseName(database);
    source.setUser(user);
    source.setPassword(PASSWORD);
    source.setReWriteBatchedInserts(true);
    return source;
  }

  private static final class Server {
    static final EmbeddedPostgres INSTANCE = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder()
            .setServerConfig("max_connections", "200")
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .start();
      } catch (IOException e) {
        throw new UncheckedIOException("the embedded PostgreSQL did not start", e);
      }
    }
  }
}

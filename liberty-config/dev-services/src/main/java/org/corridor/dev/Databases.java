package org.corridor.dev;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * A database for each context, with an owner that migrates it and an application role that works in
 * it. Neither can reach another context's database, and neither is a superuser.
 */
final class Databases {
  private final PostgresServer postgres;
  private final Secrets secrets;

  Databases(PostgresServer postgres, Secrets secrets) {
    this.postgres = postgres;
    this.secrets = secrets;
  }

  static String ownerPassword(Context context) {
    return "postgres." + context.ownerRole();
  }

  static String appPassword(Context context) {
    return "postgres." + context.appRole();
  }

  /** Makes what is missing; may be called at every start. */
  void provide() {
    try (var connection = postgres.connectAsSuperuser("postgres")) {
      execute(connection, "REVOKE CONNECT, TEMPORARY ON DATABASE postgres, template1 FROM PUBLIC");
      for (Context context : Context.values()) {
        provideRole(connection, context.ownerRole(), secrets.get(ownerPassword(context)));
        provideRole(connection, context.appRole(), secrets.get(appPassword(context)));
        provideDatabase(connection, context);
      }
      for (Context context : Context.values()) {
        grantInside(context);
      }
    } catch (SQLException e) {
      throw new DevServicesException("Cannot prepare the databases: " + e.getMessage(), e);
    }
  }

  private static void provideRole(Connection connection, String role, String password)
      throws SQLException {
    if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", role)) {
      execute(connection, "CREATE ROLE " + role);
    }
    execute(
        connection,
        "ALTER ROLE "
            + role
            + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD "
            + literal(connection, password));
  }

  private static void provideDatabase(Connection connection, Context context) throws SQLException {
    if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", context.id())) {
      execute(connection, "CREATE DATABASE " + context.id() + " OWNER " + context.ownerRole());
    }
    execute(connection, "REVOKE ALL ON DATABASE " + context.id() + " FROM PUBLIC");
    execute(connection, "GRANT CONNECT ON DATABASE " + context.id() + " TO " + context.appRole());
  }

  /**
   * The application role sees the schema and nothing in it: each migration grants what is needed
   * (docs/adr/0006), so that nothing the application does can change what must never change.
   */
  private void grantInside(Context context) throws SQLException {
    try (var connection = postgres.connectAsSuperuser(context.id())) {
      execute(connection, "REVOKE ALL ON SCHEMA public FROM PUBLIC");
      execute(connection, "ALTER SCHEMA public OWNER TO " + context.ownerRole());
      execute(connection, "GRANT USAGE ON SCHEMA public TO " + context.appRole());
    }
  }

  private static boolean exists(Connection connection, String query, String name)
      throws SQLException {
    try (var statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      try (var rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String literal(Connection connection, String text) throws SQLException {
    try (var statement = connection.createStatement()) {
      return statement.enquoteLiteral(text);
    }
  }
}

package org.corridor.account.api;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;
import org.corridor.testing.liberty.LibertyForTests;
import org.postgresql.ds.PGSimpleDataSource;

/** The database of the server under test, as its own role sees it. */
final class ServerDatabase {

  private ServerDatabase() {}

  static Connection connect() throws IOException, SQLException {
    return dataSource().getConnection();
  }

  static DataSource dataSource() throws IOException {
    var settings = new Properties();
    var server = LibertyForTests.serverDirectory();
    try (var file = Files.newBufferedReader(server.resolve("bootstrap.properties"))) {
      settings.load(file);
    }
    var source = new PGSimpleDataSource();
    source.setServerNames(new String[] {"localhost"});
    source.setPortNumbers(new int[] {Integer.parseInt(settings.getProperty("corridor.db.port"))});
    source.setDatabaseName(settings.getProperty("corridor.db.account.name"));
    source.setUser("account_app");
    source.setPassword(settings.getProperty("corridor.db.account.app.password"));
    return source;
  }
}

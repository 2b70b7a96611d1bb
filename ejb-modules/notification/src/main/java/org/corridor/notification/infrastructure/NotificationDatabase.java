package org.corridor.notification.infrastructure;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The context's database, inside of a unit of work. */
@ApplicationScoped
public class NotificationDatabase {

  @Resource(lookup = "jdbc/notification")
  private DataSource dataSource;

  /** For the container. */
  public NotificationDatabase() {}

  /**
   * @param dataSource whose connections all belong to the current unit of work
   */
  public NotificationDatabase(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Work with a connection that may fail as JDBC does. */
  @FunctionalInterface
  public interface Work<T> {
    T with(Connection connection) throws SQLException;
  }

  /** The connection is the unit of work's, which commits it. */
  public <T> T sql(Work<T> work) {
    try (var connection = dataSource.getConnection()) {
      return work.with(connection);
    } catch (SQLException e) {
      throw new NotificationDatabaseFailure(e);
    }
  }
}

package org.corridor.transaction.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * The context's database, inside of a unit of work. JPA and JDBC speak over the same connection, so
 * the one sees what the other has written.
 */
@ApplicationScoped
public class TransactionDatabase {

  @PersistenceContext(unitName = "transaction")
  private EntityManager entities;

  /** For the container. */
  public TransactionDatabase() {}

  /**
   * @param entities of the current unit of work, whichever that is
   */
  public TransactionDatabase(EntityManager entities) {
    this.entities = entities;
  }

  EntityManager entities() {
    return entities;
  }

  /** Work with a connection that may fail as JDBC does. */
  @FunctionalInterface
  public interface Work<T> {
    T with(Connection connection) throws SQLException;
  }

  /** The connection belongs to the unit of work, which commits and closes it. */
  public <T> T sql(Work<T> work) {
    try {
      return work.with(entities.unwrap(Connection.class));
    } catch (SQLException e) {
      throw new TransactionDatabaseFailure(e);
    }
  }
}

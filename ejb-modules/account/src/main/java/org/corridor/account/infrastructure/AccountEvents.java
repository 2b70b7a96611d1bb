package org.corridor.account.infrastructure;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.corridor.account.application.AlreadyExists;
import org.corridor.platform.events.EventStore;

/** The context's event store, how its streams are named, and how rows and events go together. */
public final class AccountEvents {

  private static final String UNIQUE_VIOLATION = "23505";
  private static final EventStore STORE = new EventStore("/account");

  private AccountEvents() {}

  public static EventStore store() {
    return STORE;
  }

  static String accountStream(UUID accountId) {
    return "account/" + accountId;
  }

  static String productStream(UUID productId) {
    return "product/" + productId;
  }

  /** That of the transaction that runs, so rows and events are committed together. */
  static Connection connection(EntityManager entities) {
    return entities.unwrap(Connection.class);
  }

  /**
   * @param insertion inserts a row now, not at the end of the transaction
   * @throws AlreadyExists if a unique value of it is taken
   */
  static void insert(Runnable insertion, String what) {
    try {
      insertion.run();
    } catch (PersistenceException e) {
      if (isUniqueViolation(e)) {
        throw new AlreadyExists("There is such " + what + " already.", e);
      }
      throw e;
    }
  }

  private static boolean isUniqueViolation(Throwable failure) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState())) {
        return true;
      }
    }
    return false;
  }
}

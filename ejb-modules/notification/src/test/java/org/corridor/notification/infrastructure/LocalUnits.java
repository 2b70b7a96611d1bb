package org.corridor.notification.infrastructure;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.corridor.notification.application.UnitOfWork;

/** Units of work without a container: each is a transaction on a connection of its own. */
public final class LocalUnits implements UnitOfWork {

  private static final ThreadLocal<Connection> CURRENT = new ThreadLocal<>();
  private final DataSource database;

  public LocalUnits(DataSource database) {
    this.database = database;
  }

  @Override
  public <T> T within(Supplier<T> work) {
    if (CURRENT.get() != null) {
      throw new IllegalStateException("a unit of work within another");
    }
    try (var connection = database.getConnection()) {
      connection.setAutoCommit(false);
      CURRENT.set(connection);
      try {
        var result = work.get();
        connection.commit();
        return result;
      } catch (RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        CURRENT.remove();
      }
    } catch (SQLException e) {
      throw new NotificationDatabaseFailure(e);
    }
  }

  @Override
  public void run(Runnable work) {
    within(
        () -> {
          work.run();
          return null;
        });
  }

  public boolean isRunning() {
    return CURRENT.get() != null;
  }

  public NotificationDatabase database() {
    return new NotificationDatabase(proxy(DataSource.class, this::connection));
  }

  /** What the container gives: closing it only hands it back. */
  private Connection connection() {
    var real = CURRENT.get();
    if (real == null) {
      throw new IllegalStateException("not within a unit of work");
    }
    return (Connection)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              try {
                return method.getName().equals("close") ? null : method.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private static <T> T proxy(Class<T> type, Supplier<?> result) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> result.get()));
  }
}

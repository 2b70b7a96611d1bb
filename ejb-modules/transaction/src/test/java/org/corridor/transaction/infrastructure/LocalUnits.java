package org.corridor.transaction.infrastructure;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.function.Supplier;
import org.corridor.platform.schema.Migrations;
import org.corridor.testing.TestDatabase;
import org.corridor.transaction.application.UnitOfWork;

/**
 * Units of work without a container: each is a transaction of an entity manager of its own, on a
 * real database. What the container's proxy of the entity manager does, a proxy here does too.
 */
public final class LocalUnits implements UnitOfWork {

  private final EntityManagerFactory factory;
  private static final ThreadLocal<EntityManager> CURRENT = new ThreadLocal<>();

  public LocalUnits(TestDatabase database) {
    new Migrations(database.owner(), "transaction", getClass().getClassLoader()).apply();
    factory =
        Persistence.createEntityManagerFactory(
            "transaction",
            Map.of(
                "jakarta.persistence.transactionType",
                "RESOURCE_LOCAL",
                "jakarta.persistence.nonJtaDataSource",
                database.app(),
                "eclipselink.session-name",
                "transaction-" + System.identityHashCode(this),
                "eclipselink.logging.level",
                "WARNING"));
  }

  @Override
  public <T> T within(Supplier<T> work) {
    if (CURRENT.get() != null) {
      throw new IllegalStateException("a unit of work within another");
    }
    var entities = factory.createEntityManager();
    CURRENT.set(entities);
    try {
      entities.getTransaction().begin();
      var result = work.get();
      entities.getTransaction().commit();
      return result;
    } finally {
      CURRENT.remove();
      if (entities.getTransaction().isActive()) {
        entities.getTransaction().rollback();
      }
      entities.close();
    }
  }

  public boolean isRunning() {
    return CURRENT.get() != null;
  }

  public TransactionDatabase database() {
    return new TransactionDatabase(
        (EntityManager)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {EntityManager.class},
                (proxy, method, arguments) -> {
                  try {
                    return method.invoke(CURRENT.get(), arguments);
                  } catch (InvocationTargetException e) {
                    throw e.getCause();
                  }
                }));
  }
}

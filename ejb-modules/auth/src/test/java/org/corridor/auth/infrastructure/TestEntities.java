package org.corridor.auth.infrastructure;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.corridor.auth.application.Transactions;

/**
 * The persistence unit outside of a container: each transaction has an entity manager of its own,
 * and a new one inside of another suspends that one.
 */
final class TestEntities extends AuthEntities implements Transactions {

  private final EntityManagerFactory factory;
  private static final ThreadLocal<EntityManager> CURRENT = new ThreadLocal<>();

  TestEntities(DataSource dataSource) {
    factory =
        Persistence.createEntityManagerFactory(
            "auth",
            Map.of(
                "jakarta.persistence.transactionType",
                "RESOURCE_LOCAL",
                "jakarta.persistence.jtaDataSource",
                "",
                "jakarta.persistence.nonJtaDataSource",
                dataSource,
                "eclipselink.logging.level",
                "WARNING",
                "eclipselink.session-name",
                "auth-" + System.identityHashCode(dataSource)));
  }

  /** Outside of a transaction, one that reads and forgets. */
  @Override
  EntityManager get() {
    return CURRENT.get() != null ? CURRENT.get() : factory.createEntityManager();
  }

  @Override
  public <T> T inNew(Supplier<T> work) {
    var outer = CURRENT.get();
    try (var mine = factory.createEntityManager()) {
      CURRENT.set(mine);
      mine.getTransaction().begin();
      try {
        var result = work.get();
        mine.getTransaction().commit();
        return result;
      } catch (RuntimeException e) {
        if (mine.getTransaction().isActive()) {
          mine.getTransaction().rollback();
        }
        throw e;
      }
    } finally {
      CURRENT.set(outer);
    }
  }
}

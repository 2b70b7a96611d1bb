package org.corridor.auth.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** The context's entity manager; of the current transaction, if there is one. */
@ApplicationScoped
public class AuthEntities {

  @PersistenceContext(unitName = "auth")
  private EntityManager entities;

  EntityManager get() {
    return entities;
  }

  /** Two that take the same name wait for each other; the second then sees what the first did. */
  void lockName(String name) {
    get()
        .createNativeQuery("select pg_advisory_xact_lock(hashtextextended(?1, 0))::text")
        .setParameter(1, name)
        .getSingleResult();
  }
}

package org.corridor.auth.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.corridor.auth.application.Users;
import org.corridor.auth.domain.User;

/** Users in the context's database. */
@ApplicationScoped
public class JpaUsers implements Users {

  private final AuthEntities entities;

  @Inject
  public JpaUsers(AuthEntities entities) {
    this.entities = entities;
  }

  /** For the container's proxy. */
  protected JpaUsers() {
    this(null);
  }

  @Override
  public Optional<User> byId(UUID id) {
    return Optional.ofNullable(entities.get().find(UserRow.class, id)).map(UserRow::toUser);
  }

  @Override
  public Optional<User> lockedById(UUID id) {
    var row = entities.get().find(UserRow.class, id, LockModeType.PESSIMISTIC_WRITE);
    return Optional.ofNullable(row).map(UserRow::toUser);
  }

  @Override
  public Optional<User> byUsername(String username) {
    return entities
        .get()
        .createQuery("select u from User u where u.username = :username", UserRow.class)
        .setParameter("username", username)
        .getResultStream()
        .findFirst()
        .map(UserRow::toUser);
  }

  @Override
  public boolean add(User user) {
    entities.lockName("user " + user.username());
    if (byUsername(user.username()).isPresent()) {
      return false;
    }
    entities.get().persist(UserRow.of(user));
    entities.get().flush();
    return true;
  }

  @Override
  public void save(User user) {
    entities.get().find(UserRow.class, user.id()).take(user);
    entities.get().flush();
  }

  @Override
  public List<User> list(Filter filter, UUID after, int limit) {
    var jpql = new StringBuilder("select u from User u where u.id > :after");
    if (filter.branch() != null) {
      jpql.append(" and u.branch = :branch");
    }
    if (filter.status() != null) {
      jpql.append(" and u.status = :status");
    }
    var query =
        entities
            .get()
            .createQuery(jpql.append(" order by u.id").toString(), UserRow.class)
            .setParameter("after", after == null ? new UUID(0, 0) : after)
            .setMaxResults(limit);
    if (filter.branch() != null) {
      query.setParameter("branch", filter.branch());
    }
    if (filter.status() != null) {
      query.setParameter("status", filter.status().name());
    }
    return query.getResultList().stream().map(UserRow::toUser).toList();
  }
}

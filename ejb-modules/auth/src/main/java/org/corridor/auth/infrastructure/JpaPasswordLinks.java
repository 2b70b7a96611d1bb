package org.corridor.auth.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.corridor.auth.application.PasswordLinks;
import org.corridor.auth.domain.PasswordLink;

/** Links in the context's database. */
@ApplicationScoped
public class JpaPasswordLinks implements PasswordLinks {

  private final AuthEntities entities;

  @Inject
  public JpaPasswordLinks(AuthEntities entities) {
    this.entities = entities;
  }

  /** For the container's proxy. */
  protected JpaPasswordLinks() {
    this(null);
  }

  @Override
  public void add(PasswordLink link) {
    entities.get().persist(PasswordLinkRow.of(link));
    entities.get().flush();
  }

  @Override
  public Optional<PasswordLink> byId(UUID id) {
    return Optional.ofNullable(entities.get().find(PasswordLinkRow.class, id))
        .map(PasswordLinkRow::toLink);
  }

  @Override
  public void lockOf(UUID userId) {
    entities.lockName("password links " + userId);
  }

  @Override
  public void endAllOf(UUID userId, Instant at) {
    entities
        .get()
        .createQuery(
            "update PasswordLink l set l.endedAt = :at"
                + " where l.userId = :user and l.endedAt is null")
        .setParameter("at", at.atOffset(ZoneOffset.UTC))
        .setParameter("user", userId)
        .executeUpdate();
  }

  @Override
  public int madeSince(UUID userId, Instant since) {
    return entities
        .get()
        .createQuery(
            "select count(l) from PasswordLink l where l.userId = :user and l.createdAt > :since",
            Long.class)
        .setParameter("user", userId)
        .setParameter("since", since.atOffset(ZoneOffset.UTC))
        .getSingleResult()
        .intValue();
  }
}

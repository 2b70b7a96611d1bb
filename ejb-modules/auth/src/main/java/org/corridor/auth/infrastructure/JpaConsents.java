package org.corridor.auth.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.corridor.auth.application.Consents;
import org.corridor.auth.domain.Consent;

/** Consents in the context's database. */
@ApplicationScoped
public class JpaConsents implements Consents {

  private final AuthEntities entities;

  @Inject
  public JpaConsents(AuthEntities entities) {
    this.entities = entities;
  }

  /** For the container's proxy. */
  protected JpaConsents() {
    this(null);
  }

  @Override
  public Optional<Consent> find(UUID userId, String apiClientId) {
    return entities
        .get()
        .createQuery(
            "select c from Consent c where c.userId = :user and c.clientId = :client",
            ConsentRow.class)
        .setParameter("user", userId)
        .setParameter("client", apiClientId)
        .getResultStream()
        .findFirst()
        .map(ConsentRow::toConsent);
  }

  @Override
  public void put(Consent consent) {
    entities
        .get()
        .createQuery("delete from Consent c where c.userId = :user and c.clientId = :client")
        .setParameter("user", consent.userId())
        .setParameter("client", consent.apiClientId())
        .executeUpdate();
    entities.get().persist(ConsentRow.of(consent));
    entities.get().flush();
  }

  @Override
  public boolean remove(Consent consent) {
    return entities
            .get()
            .createQuery("delete from Consent c where c.id = :id")
            .setParameter("id", consent.id())
            .executeUpdate()
        > 0;
  }

  @Override
  public List<Consent> of(UUID userId) {
    return entities
        .get()
        .createQuery(
            "select c from Consent c where c.userId = :user order by c.clientId", ConsentRow.class)
        .setParameter("user", userId)
        .getResultStream()
        .map(ConsentRow::toConsent)
        .toList();
  }
}

package org.corridor.auth.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.corridor.auth.application.Passkeys;
import org.corridor.auth.domain.Passkey;

/** Passkeys in the context's database. */
@ApplicationScoped
public class JpaPasskeys implements Passkeys {

  private final AuthEntities entities;

  @Inject
  public JpaPasskeys(AuthEntities entities) {
    this.entities = entities;
  }

  /** For the container's proxy. */
  protected JpaPasskeys() {
    this(null);
  }

  @Override
  public List<Passkey> of(UUID userId) {
    return entities
        .get()
        .createQuery(
            "select p from Passkey p where p.userId = :user order by p.createdAt, p.id",
            PasskeyRow.class)
        .setParameter("user", userId)
        .getResultStream()
        .map(PasskeyRow::toPasskey)
        .toList();
  }

  @Override
  public void lockOf(UUID userId) {
    entities.lockName("passkeys " + userId);
  }

  @Override
  public Optional<Passkey> byCredential(String credentialId) {
    return entities
        .get()
        .createQuery("select p from Passkey p where p.credentialId = :id", PasskeyRow.class)
        .setParameter("id", credentialId)
        .getResultStream()
        .findFirst()
        .map(PasskeyRow::toPasskey);
  }

  @Override
  public void add(Passkey passkey) {
    entities.get().persist(PasskeyRow.of(passkey));
    entities.get().flush();
  }

  @Override
  public void save(Passkey passkey) {
    entities.get().find(PasskeyRow.class, passkey.id()).take(passkey);
    entities.get().flush();
  }

  @Override
  public void remove(UUID id) {
    var row = entities.get().find(PasskeyRow.class, id);
    if (row != null) {
      entities.get().remove(row);
      entities.get().flush();
    }
  }
}

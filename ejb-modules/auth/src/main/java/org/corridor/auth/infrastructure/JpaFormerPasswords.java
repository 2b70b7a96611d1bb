package org.corridor.auth.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.corridor.auth.application.FormerPasswords;
import org.corridor.platform.id.Ids;

/** Former passwords in the context's database. */
@ApplicationScoped
public class JpaFormerPasswords implements FormerPasswords {

  private final AuthEntities entities;

  @Inject
  public JpaFormerPasswords(AuthEntities entities) {
    this.entities = entities;
  }

  /** For the container's proxy. */
  protected JpaFormerPasswords() {
    this(null);
  }

  @Override
  public List<String> of(UUID userId, int most) {
    List<?> hashes =
        entities
            .get()
            .createNativeQuery(
                "select password_hash from former_password where user_id = ?1"
                    + " order by replaced_at desc, id desc limit ?2")
            .setParameter(1, userId)
            .setParameter(2, most)
            .getResultList();
    return hashes.stream().map(String.class::cast).toList();
  }

  @Override
  public void add(UUID userId, String hash, Instant replacedAt, int kept) {
    entities
        .get()
        .createNativeQuery(
            "insert into former_password (id, user_id, password_hash, replaced_at)"
                + " values (?1, ?2, ?3, ?4)")
        .setParameter(1, Ids.next())
        .setParameter(2, userId)
        .setParameter(3, hash)
        .setParameter(4, replacedAt.atOffset(ZoneOffset.UTC))
        .executeUpdate();
    entities
        .get()
        .createNativeQuery(
            "delete from former_password where user_id = ?1 and id not in (select id from"
                + " former_password where user_id = ?1 order by replaced_at desc, id desc limit ?2)")
        .setParameter(1, userId)
        .setParameter(2, kept)
        .executeUpdate();
  }
}

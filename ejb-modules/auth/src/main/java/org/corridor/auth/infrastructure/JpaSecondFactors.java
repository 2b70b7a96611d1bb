package org.corridor.auth.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import java.util.Set;
import java.util.UUID;
import org.corridor.auth.application.SecondFactors;
import org.corridor.auth.domain.SecondFactor;

/** Second factors in the context's database. */
@ApplicationScoped
public class JpaSecondFactors implements SecondFactors {

  private final AuthEntities entities;

  @Inject
  public JpaSecondFactors(AuthEntities entities) {
    this.entities = entities;
  }

  /** For the container's proxy. */
  protected JpaSecondFactors() {
    this(null);
  }

  @Override
  public boolean isOn(UUID userId) {
    var row = entities.get().find(SecondFactorRow.class, userId);
    return row != null && row.toFactor().isOn();
  }

  @Override
  public SecondFactor lock(UUID userId) {
    query(
            "insert into second_factor (user_id, version, last_step, failures)"
                + " values (?1, 0, 0, 0) on conflict do nothing",
            userId)
        .executeUpdate();
    return entities
        .get()
        .find(SecondFactorRow.class, userId, LockModeType.PESSIMISTIC_WRITE)
        .toFactor();
  }

  @Override
  public void save(SecondFactor factor) {
    entities.get().find(SecondFactorRow.class, factor.userId()).take(factor);
    entities.get().flush();
  }

  @Override
  public void keepRecoveryCodes(UUID userId, Set<String> hashes) {
    query("delete from recovery_code where user_id = ?1", userId).executeUpdate();
    for (var hash : hashes) {
      query("insert into recovery_code (user_id, code_hash) values (?1, ?2)", userId)
          .setParameter(2, hash)
          .executeUpdate();
    }
  }

  @Override
  public boolean useRecoveryCode(UUID userId, String hash) {
    return query("delete from recovery_code where user_id = ?1 and code_hash = ?2", userId)
            .setParameter(2, hash)
            .executeUpdate()
        == 1;
  }

  @Override
  public int recoveryCodesLeft(UUID userId) {
    var count =
        query("select count(*) from recovery_code where user_id = ?1", userId).getSingleResult();
    return ((Number) count).intValue();
  }

  private Query query(String sql, UUID userId) {
    return entities.get().createNativeQuery(sql).setParameter(1, userId);
  }
}

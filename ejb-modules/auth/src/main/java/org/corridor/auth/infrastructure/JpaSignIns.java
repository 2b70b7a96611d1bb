package org.corridor.auth.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.time.ZoneOffset;
import java.util.UUID;
import org.corridor.auth.application.SignIns;
import org.corridor.auth.domain.LockOut;

/** Attempts to sign in, in the context's database. */
@ApplicationScoped
public class JpaSignIns implements SignIns {

  private final AuthEntities entities;

  @Inject
  public JpaSignIns(AuthEntities entities) {
    this.entities = entities;
  }

  /** For the container's proxy. */
  protected JpaSignIns() {
    this(null);
  }

  @Override
  public Attempts lock(UUID userId) {
    entities
        .get()
        .createNativeQuery(
            "insert into sign_in (user_id, version, failures) values (?1, 0, 0)"
                + " on conflict do nothing")
        .setParameter(1, userId)
        .executeUpdate();
    var row = entities.get().find(SignInRow.class, userId, LockModeType.PESSIMISTIC_WRITE);
    var until = row.refusedUntil == null ? null : row.refusedUntil.toInstant();
    return new Attempts(userId, row.version, new LockOut(row.failures, until));
  }

  @Override
  public void save(Attempts attempts) {
    var row = entities.get().find(SignInRow.class, attempts.userId());
    var until = attempts.lockOut().refusedUntil();
    row.version = attempts.version();
    row.failures = attempts.lockOut().failures();
    row.refusedUntil = until == null ? null : until.atOffset(ZoneOffset.UTC);
    entities.get().flush();
  }
}

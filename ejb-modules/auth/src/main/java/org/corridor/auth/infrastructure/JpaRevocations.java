package org.corridor.auth.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.corridor.auth.application.Revocations;
import org.corridor.auth.domain.Revocation;

/** Revocations in the context's database. */
@ApplicationScoped
public class JpaRevocations implements Revocations {

  private final AuthEntities entities;

  @Inject
  public JpaRevocations(AuthEntities entities) {
    this.entities = entities;
  }

  /** For the container's proxy. */
  protected JpaRevocations() {
    this(null);
  }

  @Override
  public void add(Revocation revocation) {
    entities.get().persist(RevocationRow.of(revocation));
    entities.get().flush();
  }

  @Override
  public List<Revocation> since(Instant at) {
    var from = at.atOffset(ZoneOffset.UTC);
    var found = new ArrayList<Revocation>();
    entities
        .get()
        .createQuery("select r from Revocation r where r.revokedAt >= :from", RevocationRow.class)
        .setParameter("from", from)
        .getResultStream()
        .map(RevocationRow::toRevocation)
        .forEach(found::add);
    entities
        .get()
        .createQuery(
            "select u.id, u.tokensValidFrom from User u"
                + " where u.tokensValidFrom >= :from and u.tokensValidFrom > u.createdAt",
            Object[].class)
        .setParameter("from", from)
        .getResultStream()
        .map(
            row -> Revocation.ofSignedOut(row[0].toString(), ((OffsetDateTime) row[1]).toInstant()))
        .forEach(found::add);
    return found;
  }

  @Override
  public boolean isRevoked(Map<String, String> claims, Instant issuedAt) {
    return entities
        .get()
        .createQuery(
            "select r from Revocation r where r.value in :values and r.issuedUntil >= :issued",
            RevocationRow.class)
        .setParameter("values", List.copyOf(claims.values()))
        .setParameter("issued", issuedAt.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC))
        .getResultStream()
        .anyMatch(row -> row.value.equals(claims.get(row.claim)));
  }
}

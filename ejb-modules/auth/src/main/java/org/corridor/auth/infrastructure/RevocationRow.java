package org.corridor.auth.infrastructure;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.UUID;
import org.corridor.auth.domain.Revocation;
import org.corridor.platform.id.Ids;

/** A revocation as it is kept. */
@Entity(name = "Revocation")
@Table(name = "revocation")
public class RevocationRow {

  @Id
  @Column(name = "id")
  UUID id;

  @Column(name = "claim")
  String claim;

  @Column(name = "value")
  String value;

  @Column(name = "issued_until")
  OffsetDateTime issuedUntil;

  @Column(name = "revoked_at")
  OffsetDateTime revokedAt;

  /** For the provider. */
  protected RevocationRow() {}

  static RevocationRow of(Revocation revocation) {
    var row = new RevocationRow();
    row.id = Ids.next();
    row.claim = revocation.claim().code();
    row.value = revocation.value();
    row.issuedUntil = revocation.issuedUntil().atOffset(ZoneOffset.UTC);
    row.revokedAt = revocation.at().atOffset(ZoneOffset.UTC);
    return row;
  }

  Revocation toRevocation() {
    var known =
        Arrays.stream(Revocation.Claim.values())
            .filter(one -> one.code().equals(claim))
            .findFirst()
            .orElseThrow();
    return new Revocation(known, value, issuedUntil.toInstant(), null, revokedAt.toInstant());
  }
}

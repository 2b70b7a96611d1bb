package org.corridor.auth.infrastructure;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.corridor.auth.domain.Passkey;

/** A passkey as it is kept. */
@Entity(name = "Passkey")
@Table(name = "passkey")
public class PasskeyRow {

  @Id
  @Column(name = "id")
  UUID id;

  @Column(name = "user_id")
  UUID userId;

  @Column(name = "version")
  long version;

  @Column(name = "name")
  String name;

  @Column(name = "credential_id")
  String credentialId;

  @Column(name = "credential")
  String credential;

  @Column(name = "backup_eligible")
  boolean backupEligible;

  @Column(name = "sign_count")
  long signCount;

  @Column(name = "created_at")
  OffsetDateTime createdAt;

  @Column(name = "last_used_at")
  OffsetDateTime lastUsedAt;

  @Column(name = "suspended_at")
  OffsetDateTime suspendedAt;

  /** For the provider. */
  protected PasskeyRow() {}

  static PasskeyRow of(Passkey passkey) {
    var row = new PasskeyRow();
    row.id = passkey.id();
    row.userId = passkey.userId();
    row.credentialId = passkey.credential().id();
    row.credential = passkey.credential().data();
    row.backupEligible = passkey.credential().backupEligible();
    row.createdAt = at(passkey.createdAt());
    row.take(passkey);
    return row;
  }

  /** What may change. */
  final void take(Passkey passkey) {
    version = passkey.version();
    name = passkey.name();
    signCount = passkey.signCount();
    lastUsedAt = at(passkey.lastUsedAt());
    suspendedAt = at(passkey.suspendedAt());
  }

  Passkey toPasskey() {
    return new Passkey(
        id,
        userId,
        version,
        name,
        new Passkey.Credential(credentialId, credential, backupEligible),
        signCount,
        instant(createdAt),
        instant(lastUsedAt),
        instant(suspendedAt));
  }

  private static OffsetDateTime at(Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  private static Instant instant(OffsetDateTime at) {
    return at == null ? null : at.toInstant();
  }
}

package org.corridor.auth.infrastructure;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.corridor.auth.domain.PasswordLink;

/** A link as it is kept. */
@Entity(name = "PasswordLink")
@Table(name = "password_link")
public class PasswordLinkRow {

  @Id
  @Column(name = "id")
  UUID id;

  @Column(name = "user_id")
  UUID userId;

  @Column(name = "purpose")
  String purpose;

  @Column(name = "secret_hash")
  String secretHash;

  @Column(name = "created_at")
  OffsetDateTime createdAt;

  @Column(name = "expires_at")
  OffsetDateTime expiresAt;

  @Column(name = "ended_at")
  OffsetDateTime endedAt;

  /** For the provider. */
  protected PasswordLinkRow() {}

  static PasswordLinkRow of(PasswordLink link) {
    var row = new PasswordLinkRow();
    row.id = link.id();
    row.userId = link.userId();
    row.purpose = link.purpose().name();
    row.secretHash = link.secretHash();
    row.createdAt = link.createdAt().atOffset(ZoneOffset.UTC);
    row.expiresAt = link.expiresAt().atOffset(ZoneOffset.UTC);
    return row;
  }

  PasswordLink toLink() {
    return new PasswordLink(
        id,
        userId,
        PasswordLink.Purpose.valueOf(purpose),
        secretHash,
        createdAt.toInstant(),
        expiresAt.toInstant(),
        endedAt == null ? null : endedAt.toInstant());
  }
}

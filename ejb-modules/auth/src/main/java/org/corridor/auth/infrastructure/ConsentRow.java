package org.corridor.auth.infrastructure;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.corridor.auth.domain.Consent;

/** A consent as it is kept; its scopes are separated by a space. */
@Entity(name = "Consent")
@Table(name = "consent")
public class ConsentRow {

  @Id
  @Column(name = "id")
  UUID id;

  @Column(name = "user_id")
  UUID userId;

  @Column(name = "client_id")
  String clientId;

  @Column(name = "scopes")
  String scopes;

  @Column(name = "given_at")
  OffsetDateTime givenAt;

  /** For the provider. */
  protected ConsentRow() {}

  static ConsentRow of(Consent consent) {
    var row = new ConsentRow();
    row.id = consent.id();
    row.userId = consent.userId();
    row.clientId = consent.apiClientId();
    row.scopes = String.join(" ", consent.scopes().stream().sorted().toList());
    row.givenAt = consent.givenAt().atOffset(ZoneOffset.UTC);
    return row;
  }

  Consent toConsent() {
    return new Consent(id, userId, clientId, Set.of(scopes.split(" ", -1)), givenAt.toInstant());
  }
}

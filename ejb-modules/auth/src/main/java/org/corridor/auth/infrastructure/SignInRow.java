package org.corridor.auth.infrastructure;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.util.UUID;

/** How a user's attempts to sign in went. */
@Entity(name = "SignIn")
@Table(name = "sign_in")
public class SignInRow {

  @Id
  @Column(name = "user_id")
  UUID userId;

  @Column(name = "version")
  long version;

  @Column(name = "failures")
  int failures;

  @Column(name = "refused_until")
  OffsetDateTime refusedUntil;

  /** For the provider. */
  protected SignInRow() {}
}

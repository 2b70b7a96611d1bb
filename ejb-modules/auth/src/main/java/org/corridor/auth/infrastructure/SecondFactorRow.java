package org.corridor.auth.infrastructure;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.corridor.auth.domain.LockOut;
import org.corridor.auth.domain.SecondFactor;

/** A second factor as it is kept. */
@Entity(name = "SecondFactor")
@Table(name = "second_factor")
public class SecondFactorRow {

  @Id
  @Column(name = "user_id")
  UUID userId;

  @Column(name = "version")
  long version;

  @Column(name = "secret")
  String secret;

  @Column(name = "confirmed_at")
  OffsetDateTime confirmedAt;

  @Column(name = "last_step")
  long lastStep;

  @Column(name = "failures")
  int failures;

  @Column(name = "refused_until")
  OffsetDateTime refusedUntil;

  /** For the provider. */
  protected SecondFactorRow() {}

  void take(SecondFactor factor) {
    version = factor.version();
    secret = factor.secret();
    confirmedAt = at(factor.confirmedAt());
    lastStep = factor.lastStep();
    failures = factor.lockOut().failures();
    refusedUntil = at(factor.lockOut().refusedUntil());
  }

  SecondFactor toFactor() {
    return new SecondFactor(
        userId,
        version,
        secret,
        confirmedAt == null ? null : confirmedAt.toInstant(),
        lastStep,
        new LockOut(failures, refusedUntil == null ? null : refusedUntil.toInstant()));
  }

  private static OffsetDateTime at(Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}

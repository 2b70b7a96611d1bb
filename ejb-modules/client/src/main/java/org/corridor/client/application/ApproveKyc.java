package org.corridor.client.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.corridor.client.domain.KycLevel;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Confirms who a client is, at a level, for a time. */
@ApplicationScoped
public class ApproveKyc {

  private final ClientChange change;
  private final int validityDays;

  @Inject
  public ApproveKyc(
      ClientChange change,
      @ConfigProperty(name = "corridor.client.kyc.validity-days", defaultValue = "730")
          int validityDays) {
    if (validityDays < 1) {
      throw new IllegalArgumentException("corridor.client.kyc.validity-days must be positive");
    }
    this.change = change;
    this.validityDays = validityDays;
  }

  /** For the container's proxy. */
  protected ApproveKyc() {
    this(null, 1);
  }

  public ChangeResult approve(Target target, KycLevel level) {
    return change.apply(
        target, (client, at) -> client.approveKyc(level, validUntil(at), target.actor()));
  }

  private LocalDate validUntil(Instant at) {
    return at.atZone(ZoneOffset.UTC).toLocalDate().plusDays(validityDays);
  }
}

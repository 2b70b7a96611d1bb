package org.corridor.account.domain.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.corridor.kernel.Money;

/**
 * A request to reserve money of an account.
 *
 * @param id of the hold, the caller's
 * @param expiresAt when what is left of it is free again; null for {@link #DEFAULT_LIFETIME} after
 *     it is placed
 */
public record HoldPlacement(
    UUID id, UUID accountId, Money amount, Instant expiresAt, String correlationId)
    implements LedgerCommand {

  public static final Duration DEFAULT_LIFETIME = Duration.ofDays(7);
  public static final Duration MAX_LIFETIME = Duration.ofDays(90);

  public HoldPlacement {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(accountId, "accountId");
    Objects.requireNonNull(amount, "amount");
    Objects.requireNonNull(correlationId, "correlationId");
    // the ledger keeps microseconds
    expiresAt = expiresAt == null ? null : expiresAt.truncatedTo(ChronoUnit.MICROS);
  }

  @Override
  public Set<UUID> accountIds() {
    return Set.of(accountId);
  }

  @Override
  public Optional<Refusal> fault() {
    if (!amount.isPositive() || amount.minorUnits() > Posting.MAX_LEG) {
      return Optional.of(
          new Refusal.HoldMalformed(
              "The amount must be positive, and at most " + Posting.MAX_LEG + " minor units."));
    }
    return Optional.empty();
  }

  public Fingerprint fingerprint() {
    return Fingerprint.of(
        Arrays.asList(accountId, amount.minorUnits(), amount.currency(), expiresAt));
  }

  Instant expiryFrom(Instant placedAt) {
    return expiresAt == null ? placedAt.plus(DEFAULT_LIFETIME) : expiresAt;
  }
}

package org.corridor.account.domain.ledger;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.corridor.kernel.Money;

/**
 * Money of an account that is reserved for a posting to come.
 *
 * <p>{@code ACTIVE -> CAPTURED | RELEASED | EXPIRED}. A posting captures it in full or in part; the
 * rest of a part is released, or stays held if the posting says so. It counts against the account's
 * limit until it ends.
 *
 * @param captured the sum of what postings have taken of it
 * @param version grows by one with each change, from 1
 */
public record Hold(
    UUID id,
    UUID accountId,
    Money amount,
    Money captured,
    HoldStatus status,
    Instant placedAt,
    Instant expiresAt,
    Fingerprint fingerprint,
    String correlationId,
    long version) {

  public Hold {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(accountId, "accountId");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(placedAt, "placedAt");
    Objects.requireNonNull(expiresAt, "expiresAt");
    Objects.requireNonNull(fingerprint, "fingerprint");
    Objects.requireNonNull(correlationId, "correlationId");
    if (!amount.isPositive() || captured.isNegative() || captured.isMoreThan(amount)) {
      throw new IllegalArgumentException("a hold of " + amount + ", captured " + captured);
    }
  }

  static Hold placedBy(HoldPlacement placement, Instant at) {
    return new Hold(
        placement.id(),
        placement.accountId(),
        placement.amount(),
        Money.zero(placement.amount().currency()),
        HoldStatus.ACTIVE,
        at,
        placement.expiryFrom(at),
        placement.fingerprint(),
        placement.correlationId(),
        1);
  }

  public boolean isActive() {
    return status == HoldStatus.ACTIVE;
  }

  /** What it holds of the account's money now. */
  public Money remaining() {
    return isActive() ? amount.minus(captured) : Money.zero(amount.currency());
  }

  /** True also before the schedule has noticed. */
  public boolean isDue(Instant at) {
    return !at.isBefore(expiresAt);
  }

  Hold captured(Money taken, boolean keepRest) {
    var total = captured.plus(taken);
    var ends = !keepRest || total.equals(amount);
    return changed(total, ends ? HoldStatus.CAPTURED : HoldStatus.ACTIVE);
  }

  Hold released() {
    return changed(captured, HoldStatus.RELEASED);
  }

  Hold expired() {
    return changed(captured, HoldStatus.EXPIRED);
  }

  private Hold changed(Money newCaptured, HoldStatus newStatus) {
    return new Hold(
        id,
        accountId,
        amount,
        newCaptured,
        newStatus,
        placedAt,
        expiresAt,
        fingerprint,
        correlationId,
        Math.addExact(version, 1));
  }
}

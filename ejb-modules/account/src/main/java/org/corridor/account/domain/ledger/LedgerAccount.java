package org.corridor.account.domain.ledger;

import java.time.Instant;
import java.util.Currency;
import java.util.Objects;
import java.util.UUID;
import org.corridor.kernel.Money;

/**
 * What the ledger keeps of an account: its balances, its limits, and whether money may move. All
 * amounts are minor units of its currency.
 *
 * @param held the sum of what its active holds reserve
 * @param floor {@code booked - held} must not go below it: minus the overdraft limit; null if there
 *     is none
 * @param ceiling {@code booked} must not go above it; null if there is none
 * @param lastSeq the number of its latest entry; 0 if it has none
 * @param lastBookedAt of its latest entry; null if it has none
 */
public record LedgerAccount(
    UUID id,
    Currency currency,
    long booked,
    long held,
    Long floor,
    Long ceiling,
    boolean openForDebit,
    boolean openForCredit,
    long lastSeq,
    Instant lastBookedAt) {

  /** No balance goes beyond it, either way; so nothing that the ledger adds up overflows. */
  public static final long BOUND = 1_000_000_000_000_000_000L;

  public LedgerAccount {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(currency, "currency");
    if (held < 0) {
      throw new IllegalArgumentException("holds less than nothing: " + held);
    }
  }

  /**
   * A new account, empty and open.
   *
   * @param floor null if there is none
   * @param ceiling null if there is none
   */
  public static LedgerAccount opened(UUID id, Currency currency, Long floor, Long ceiling) {
    return new LedgerAccount(id, currency, 0, 0, floor, ceiling, true, true, 0, null);
  }

  public Money bookedMoney() {
    return new Money(booked, currency);
  }

  public Money heldMoney() {
    return new Money(held, currency);
  }

  /** What may still be debited or held. */
  public Money available() {
    return new Money(booked - held - lowest(), currency);
  }

  /**
   * The account after an entry.
   *
   * @param freed how much of its holds ends with the entry
   */
  LedgerAccount after(long amount, long freed, Instant at) {
    return new LedgerAccount(
        id,
        currency,
        Math.addExact(booked, amount),
        Math.subtractExact(held, freed),
        floor,
        ceiling,
        openForDebit,
        openForCredit,
        lastSeq + 1,
        at);
  }

  LedgerAccount holding(long more) {
    return new LedgerAccount(
        id,
        currency,
        booked,
        Math.addExact(held, more),
        floor,
        ceiling,
        openForDebit,
        openForCredit,
        lastSeq,
        lastBookedAt);
  }

  /**
   * True if the change from {@code before} to this account uses money that is not there. A capture
   * of a hold leaves as much available as before, so it passes even where the limit was lowered
   * since: the hold was a promise.
   */
  boolean overdraws(LedgerAccount before) {
    var now = available().minorUnits();
    return now < 0 && now < before.available().minorUnits();
  }

  boolean exceedsCeiling(LedgerAccount before) {
    return booked > highest() && booked > before.booked;
  }

  boolean isOpenFor(Leg leg) {
    return leg.isDebit() ? openForDebit : openForCredit;
  }

  private long lowest() {
    return floor == null ? -BOUND : floor;
  }

  private long highest() {
    return ceiling == null ? BOUND : ceiling;
  }
}

package org.corridor.account.domain.ledger;

import org.corridor.account.domain.ledger.Outcome.Refused;

/** Decides on placing, releasing and expiring a hold. */
final class HoldDecision {

  private final Books books;

  HoldDecision(Books books) {
    this.books = books;
  }

  Outcome place(HoldPlacement placement) {
    var known = books.hold(placement.id());
    if (known != null) {
      return known.fingerprint().equals(placement.fingerprint())
          ? new Outcome.HoldPlaced(known, true)
          : new Refused(new Refusal.HoldIdReused(known.id()));
    }
    var refusal = refusal(placement);
    if (refusal != null) {
      return new Refused(refusal);
    }
    var before = books.account(placement.accountId());
    var after = before.holding(placement.amount().minorUnits());
    if (after.overdraws(before)) {
      return new Refused(new Refusal.InsufficientFunds(before.id()));
    }
    var hold = Hold.placedBy(placement, books.at());
    books.put(after);
    books.put(
        hold,
        new HoldEvent.HoldPlaced(hold.id(), hold.accountId(), hold.amount(), hold.expiresAt()),
        placement.correlationId());
    return new Outcome.HoldPlaced(hold, false);
  }

  private Refusal refusal(HoldPlacement placement) {
    var fault = placement.fault();
    if (fault.isPresent()) {
      return fault.get();
    }
    var account = books.account(placement.accountId());
    if (account == null) {
      return new Refusal.UnknownAccount(placement.accountId());
    }
    if (!account.currency().equals(placement.amount().currency())) {
      return new Refusal.CurrencyMismatch(account.id(), account.currency());
    }
    if (!account.openForDebit()) {
      return new Refusal.AccountNotOpen(account.id());
    }
    var expiry = placement.expiryFrom(books.at());
    if (!expiry.isAfter(books.at())
        || expiry.isAfter(books.at().plus(HoldPlacement.MAX_LIFETIME))) {
      return new Refusal.HoldMalformed(
          "A hold expires in the future, and within "
              + HoldPlacement.MAX_LIFETIME.toDays()
              + " days.");
    }
    return null;
  }

  /** Also of a frozen account: no money moves by it. */
  Outcome release(HoldRelease release) {
    var hold = books.hold(release.holdId());
    if (hold == null || !hold.accountId().equals(release.accountId())) {
      return new Refused(new Refusal.UnknownHold(release.holdId()));
    }
    if (hold.status() == HoldStatus.RELEASED) {
      return new Outcome.HoldReleased(hold, true);
    }
    if (!hold.isActive()) {
      return new Refused(new Refusal.HoldNotActive(hold.id(), hold.status()));
    }
    var released = hold.released();
    books.put(books.account(hold.accountId()).holding(-hold.remaining().minorUnits()));
    books.put(
        released,
        new HoldEvent.HoldReleased(hold.id(), hold.accountId(), hold.remaining()),
        release.correlationId());
    return new Outcome.HoldReleased(released, false);
  }

  Outcome expire(HoldExpiry expiry) {
    var hold = books.hold(expiry.holdId());
    if (hold == null || !hold.accountId().equals(expiry.accountId())) {
      return new Refused(new Refusal.UnknownHold(expiry.holdId()));
    }
    if (!hold.isActive() || !hold.isDue(books.at())) {
      return new Outcome.HoldUnchanged(hold);
    }
    var expired = hold.expired();
    books.put(books.account(hold.accountId()).holding(-hold.remaining().minorUnits()));
    books.put(
        expired,
        new HoldEvent.HoldExpired(hold.id(), hold.accountId(), hold.remaining()),
        expiry.correlationId());
    return new Outcome.HoldExpired(expired);
  }
}

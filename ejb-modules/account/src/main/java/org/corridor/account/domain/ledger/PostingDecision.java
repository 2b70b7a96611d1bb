package org.corridor.account.domain.ledger;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.corridor.account.domain.ledger.Outcome.Refused;
import org.corridor.kernel.Money;

/** Decides on one posting: first every rule, then, if none forbids it, the books are changed. */
final class PostingDecision {

  private final Books books;
  private final Posting posting;

  PostingDecision(Books books, Posting posting) {
    this.books = books;
    this.posting = posting;
  }

  Outcome decide() {
    var fingerprint = posting.fingerprint();
    var known = books.journal(posting.id());
    if (known != null) {
      return known.fingerprint().equals(fingerprint)
          ? new Outcome.Posted(known.id(), known.bookedAt(), known.valueDate(), true)
          : new Refused(new Refusal.PostingIdReused(posting.id()));
    }
    var refusal = refusal();
    if (refusal != null) {
      return new Refused(refusal);
    }
    var after = accountsAfter();
    refusal = beyondLimits(after);
    if (refusal != null) {
      return new Refused(refusal);
    }
    return enter(fingerprint, after);
  }

  /** Null if nothing but the limits of the accounts can stand against it. */
  private Refusal refusal() {
    var fault = posting.fault();
    if (fault.isPresent()) {
      return fault.get();
    }
    for (var leg : posting.legs()) {
      var account = books.account(leg.accountId());
      if (account == null) {
        return new Refusal.UnknownAccount(leg.accountId());
      }
      if (!account.currency().equals(leg.amount().currency())) {
        return new Refusal.CurrencyMismatch(account.id(), account.currency());
      }
      if (!account.isOpenFor(leg)) {
        return new Refusal.AccountNotOpen(account.id());
      }
    }
    var refusal = posting.reverses() == null ? null : notReversible();
    return refusal != null || posting.capture() == null ? refusal : notCapturable();
  }

  private Refusal notReversible() {
    var original = books.journal(posting.reverses());
    if (original == null) {
      return new Refusal.UnknownJournal(posting.reverses());
    }
    if (original.reversed()) {
      return new Refusal.AlreadyReversed(original.id());
    }
    var mirrored = original.legs().stream().map(Leg::mirrored).collect(Collectors.toSet());
    return mirrored.equals(Set.copyOf(posting.legs()))
        ? null
        : new Refusal.NotAReversalOf(original.id());
  }

  private Refusal notCapturable() {
    var id = posting.capture().holdId();
    var hold = books.hold(id);
    var paid = hold == null ? null : debitOf(hold.accountId());
    if (hold == null || paid == null) {
      return new Refusal.UnknownHold(id);
    }
    if (!hold.isActive()) {
      return new Refusal.HoldNotActive(id, hold.status());
    }
    if (hold.isDue(books.at())) {
      return new Refusal.HoldNotActive(id, HoldStatus.EXPIRED);
    }
    return paid.amount().negated().isMoreThan(hold.remaining())
        ? new Refusal.HoldAmountExceeded(id)
        : null;
  }

  private List<LedgerAccount> accountsAfter() {
    var after = new ArrayList<LedgerAccount>(posting.legs().size());
    for (var leg : posting.legs()) {
      var freed = freedBy(leg);
      after.add(books.account(leg.accountId()).after(leg.amount().minorUnits(), freed, books.at()));
    }
    return after;
  }

  private long freedBy(Leg leg) {
    if (posting.capture() == null) {
      return 0;
    }
    var hold = books.hold(posting.capture().holdId());
    if (!hold.accountId().equals(leg.accountId())) {
      return 0;
    }
    var left = hold.captured(leg.amount().negated(), posting.capture().keepRest()).remaining();
    return hold.remaining().minus(left).minorUnits();
  }

  private Refusal beyondLimits(List<LedgerAccount> after) {
    for (var account : after) {
      var before = books.account(account.id());
      if (account.overdraws(before)) {
        return new Refusal.InsufficientFunds(account.id());
      }
      if (account.exceedsCeiling(before)) {
        return new Refusal.CeilingExceeded(account.id());
      }
    }
    return null;
  }

  private Outcome enter(Fingerprint fingerprint, List<LedgerAccount> after) {
    var entries = new ArrayList<Entry>(after.size());
    for (var i = 0; i < after.size(); i++) {
      var account = after.get(i);
      books.put(account);
      entries.add(
          new Entry(
              account.id(),
              account.lastSeq(),
              posting.legs().get(i).amount(),
              new Money(account.booked(), account.currency())));
    }
    var journal =
        new Journal(
            posting.id(),
            posting.kind(),
            posting.valueDate() == null
                ? LocalDate.ofInstant(books.at(), ZoneOffset.UTC)
                : posting.valueDate(),
            books.at(),
            posting.correlationId(),
            fingerprint,
            posting.capture() == null ? null : posting.capture().holdId(),
            posting.reverses(),
            posting.metadata(),
            entries);
    books.enter(journal);
    if (posting.capture() != null) {
      capture();
    }
    return new Outcome.Posted(journal.id(), books.at(), journal.valueDate(), false);
  }

  private void capture() {
    var hold = books.hold(posting.capture().holdId());
    var taken = debitOf(hold.accountId()).amount().negated();
    var captured = hold.captured(taken, posting.capture().keepRest());
    books.put(
        captured,
        new HoldEvent.HoldCaptured(
            hold.id(), hold.accountId(), posting.id(), taken, captured.remaining()),
        posting.correlationId());
  }

  /** The leg that debits the account; null if there is none. */
  private Leg debitOf(UUID accountId) {
    for (var leg : posting.legs()) {
      if (leg.accountId().equals(accountId) && leg.isDebit()) {
        return leg;
      }
    }
    return null;
  }
}

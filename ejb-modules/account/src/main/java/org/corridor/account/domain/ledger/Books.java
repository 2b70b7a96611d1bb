package org.corridor.account.domain.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.corridor.account.domain.ledger.Outcome.BatchDecided;
import org.corridor.account.domain.ledger.Outcome.Posted;
import org.corridor.account.domain.ledger.Outcome.Refused;

/**
 * The part of the ledger that one batch of commands touches, in memory. The commands are applied
 * one by one, each decided on what those before it have left; one that is refused leaves no trace.
 *
 * <p>It decides rightly only as long as nobody else changes what it was given: whoever makes it
 * holds the accounts locked until {@link #changes} are committed. Holds and reversals are changed
 * under the lock of their accounts only, so these locks guard them too.
 */
public final class Books {

  private final Books before;
  private final Instant at;
  private final Map<UUID, LedgerAccount> accounts = new LinkedHashMap<>();
  private final Map<UUID, Hold> holds = new LinkedHashMap<>();
  private final Map<UUID, KnownJournal> journals = new LinkedHashMap<>();

  private final Set<UUID> changedAccounts = new LinkedHashSet<>();
  private final Set<UUID> newHolds = new LinkedHashSet<>();
  private final Set<UUID> changedHolds = new LinkedHashSet<>();
  private final List<Journal> posted = new ArrayList<>();
  private final List<LedgerEvent> events = new ArrayList<>();

  /**
   * What a batch has done, to be written in one transaction.
   *
   * @param accounts each that changed, as it is now
   * @param newHolds each that the batch placed, as it is now
   * @param changedHolds each that was placed before and has changed, as it is now
   */
  public record Changes(
      Instant at,
      List<LedgerAccount> accounts,
      List<Hold> newHolds,
      List<Hold> changedHolds,
      List<Journal> journals,
      List<LedgerEvent> events) {

    public Changes {
      accounts = List.copyOf(accounts);
      newHolds = List.copyOf(newHolds);
      changedHolds = List.copyOf(changedHolds);
      journals = List.copyOf(journals);
      events = List.copyOf(events);
    }
  }

  /**
   * @param accounts those that the commands name, as far as they exist
   * @param holds likewise
   * @param journals those that exist under the commands' ids, or are to be reversed
   * @param now the booking instant, unless one of the accounts has a later entry: the entries of an
   *     account are in the order of their booking, also when the clocks of two servers differ
   */
  public Books(
      Collection<LedgerAccount> accounts,
      Collection<Hold> holds,
      Collection<KnownJournal> journals,
      Instant now) {
    accounts.forEach(account -> this.accounts.put(account.id(), account));
    holds.forEach(hold -> this.holds.put(hold.id(), hold));
    journals.forEach(journal -> this.journals.put(journal.id(), journal));
    this.before = null;
    this.at = notBeforeAnyEntryOf(accounts, now);
  }

  /** A draft: it sees the books as they are, and changes nothing in them until it is kept. */
  private Books(Books before) {
    this.before = before;
    this.at = before.at;
  }

  public Outcome apply(LedgerCommand command) {
    if (command instanceof Posting posting) {
      return new PostingDecision(this, posting).decide();
    }
    if (command instanceof PostingBatch batch) {
      return post(batch);
    }
    if (command instanceof HoldPlacement placement) {
      return new HoldDecision(this).place(placement);
    }
    if (command instanceof HoldRelease release) {
      return new HoldDecision(this).release(release);
    }
    return new HoldDecision(this).expire((HoldExpiry) command);
  }

  private Outcome post(PostingBatch batch) {
    var fault = batch.fault();
    if (fault.isPresent()) {
      return new Refused(fault.get());
    }
    if (!batch.allOrNothing()) {
      return new BatchDecided(batch.postings().stream().map(this::apply).toList());
    }
    var draft = new Books(this);
    var outcomes = batch.postings().stream().map(draft::apply).toList();
    if (outcomes.stream().anyMatch(Refused.class::isInstance)) {
      return new BatchDecided(outcomes.stream().map(Books::notKept).toList());
    }
    draft.keep();
    return new BatchDecided(outcomes);
  }

  /** What was posted before stands, whatever becomes of the draft. */
  private static Outcome notKept(Outcome outcome) {
    return outcome instanceof Posted posted && !posted.replayed()
        ? new Refused(new Refusal.BatchRefused())
        : outcome;
  }

  private void keep() {
    before.accounts.putAll(accounts);
    before.holds.putAll(holds);
    before.journals.putAll(journals);
    before.changedAccounts.addAll(changedAccounts);
    before.newHolds.addAll(newHolds);
    before.changedHolds.addAll(changedHolds);
    before.posted.addAll(posted);
    before.events.addAll(events);
  }

  public Changes changes() {
    return new Changes(
        at,
        changedAccounts.stream().map(accounts::get).toList(),
        newHolds.stream().map(holds::get).toList(),
        changedHolds.stream().map(holds::get).toList(),
        posted,
        events);
  }

  Instant at() {
    return at;
  }

  /** Null if there is no such account. */
  LedgerAccount account(UUID id) {
    var account = accounts.get(id);
    return account == null && before != null ? before.account(id) : account;
  }

  /** Null if there is no such hold. */
  Hold hold(UUID id) {
    var hold = holds.get(id);
    return hold == null && before != null ? before.hold(id) : hold;
  }

  /** Null if there is no such journal. */
  KnownJournal journal(UUID id) {
    var journal = journals.get(id);
    return journal == null && before != null ? before.journal(id) : journal;
  }

  void put(LedgerAccount account) {
    accounts.put(account.id(), account);
    changedAccounts.add(account.id());
  }

  void put(Hold hold, HoldEvent event, String correlationId) {
    if (hold(hold.id()) == null) {
      newHolds.add(hold.id());
    } else if (!isNew(hold.id())) {
      changedHolds.add(hold.id());
    }
    holds.put(hold.id(), hold);
    events.add(LedgerEvent.of(hold, event, correlationId));
  }

  private boolean isNew(UUID hold) {
    return newHolds.contains(hold) || (before != null && before.isNew(hold));
  }

  void enter(Journal journal) {
    posted.add(journal);
    journals.put(journal.id(), KnownJournal.of(journal));
    if (journal.reverses() != null) {
      journals.put(journal.reverses(), journal(journal.reverses()).asReversed());
    }
    events.add(LedgerEvent.of(journal));
  }

  private static Instant notBeforeAnyEntryOf(Collection<LedgerAccount> accounts, Instant now) {
    var latest = now;
    for (var account : accounts) {
      if (account.lastBookedAt() != null && account.lastBookedAt().isAfter(latest)) {
        latest = account.lastBookedAt();
      }
    }
    return latest;
  }
}

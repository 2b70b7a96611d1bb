package org.corridor.account.domain.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Keeps in memory what the ledger's database keeps, and takes batches as that does. */
final class MemoryLedger {

  final Map<UUID, LedgerAccount> accounts = new LinkedHashMap<>();
  final Map<UUID, Hold> holds = new LinkedHashMap<>();
  final Map<UUID, Journal> journals = new LinkedHashMap<>();
  final List<LedgerEvent> events = new ArrayList<>();

  MemoryLedger(LedgerAccount... accounts) {
    for (var account : accounts) {
      this.accounts.put(account.id(), account);
    }
  }

  Outcome apply(LedgerCommand command, Instant at) {
    return applyBatch(List.of(command), at).get(0);
  }

  List<Outcome> applyBatch(Collection<LedgerCommand> batch, Instant at) {
    var known = new ArrayList<KnownJournal>();
    for (var journal : journals.values()) {
      var reversed =
          journals.values().stream().anyMatch(other -> journal.id().equals(other.reverses()));
      known.add(reversed ? KnownJournal.of(journal).asReversed() : KnownJournal.of(journal));
    }
    var books = new Books(accounts.values(), holds.values(), known, at);
    var outcomes = batch.stream().map(books::apply).toList();
    var changes = books.changes();
    changes.accounts().forEach(account -> accounts.put(account.id(), account));
    changes.newHolds().forEach(hold -> holds.put(hold.id(), hold));
    changes.changedHolds().forEach(hold -> holds.put(hold.id(), hold));
    changes.journals().forEach(journal -> journals.put(journal.id(), journal));
    events.addAll(changes.events());
    return outcomes;
  }

  long booked(UUID account) {
    return accounts.get(account).booked();
  }

  long held(UUID account) {
    return accounts.get(account).held();
  }
}

package org.corridor.account.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.corridor.account.domain.ledger.Entry;
import org.corridor.account.domain.ledger.Journal;
import org.corridor.kernel.Caller;

/** Finds a journal; it shows all of its accounts, so the caller must reach each. */
@ApplicationScoped
public class ReadJournal {

  private final LedgerRecords records;
  private final ReadAccounts accounts;

  @Inject
  public ReadJournal(LedgerRecords records, ReadAccounts accounts) {
    this.records = records;
    this.accounts = accounts;
  }

  /** For the container's proxy. */
  protected ReadJournal() {
    this(null, null);
  }

  @Transactional
  public Optional<Journal> byId(Caller caller, UUID id) {
    return records
        .journal(id)
        .filter(
            journal ->
                accounts.reachesAll(
                    caller, journal.entries().stream().map(Entry::accountId).toList()));
  }
}

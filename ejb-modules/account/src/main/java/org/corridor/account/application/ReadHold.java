package org.corridor.account.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.corridor.account.domain.ledger.Hold;
import org.corridor.kernel.Caller;

/** Finds a hold of an account that the caller reaches. */
@ApplicationScoped
public class ReadHold {

  private final ReadAccounts accounts;
  private final LedgerRecords records;

  @Inject
  public ReadHold(ReadAccounts accounts, LedgerRecords records) {
    this.accounts = accounts;
    this.records = records;
  }

  /** For the container's proxy. */
  protected ReadHold() {
    this(null, null);
  }

  @Transactional
  public Optional<Hold> byId(Caller caller, UUID accountId, UUID holdId) {
    return accounts
        .byId(caller, accountId)
        .flatMap(account -> records.hold(holdId))
        .filter(hold -> hold.accountId().equals(accountId));
  }
}

package org.corridor.account.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.corridor.account.domain.ledger.LedgerAccount;
import org.corridor.kernel.Caller;
import org.corridor.kernel.Money;

/** Tells what an account holds, now or at a moment; empty if the caller does not reach it. */
@ApplicationScoped
public class ReadBalance {

  private final ReadAccounts accounts;
  private final LedgerRecords records;

  @Inject
  public ReadBalance(ReadAccounts accounts, LedgerRecords records) {
    this.accounts = accounts;
    this.records = records;
  }

  /** For the container's proxy. */
  protected ReadBalance() {
    this(null, null);
  }

  @Transactional
  public Optional<LedgerAccount> now(Caller caller, UUID id) {
    return accounts.byId(caller, id).flatMap(account -> records.account(account.id()));
  }

  /** With all that was booked at the instant or before. */
  @Transactional
  public Optional<Money> at(Caller caller, UUID id, Instant instant) {
    // the ledger keeps microseconds: the next one is the first that is not asked for
    return accounts
        .byId(caller, id)
        .map(
            account ->
                new Money(records.bookedBefore(id, instant.plusNanos(1_000)), account.currency()));
  }

  /** With all entries that take effect on the day or before, whenever they were booked. */
  @Transactional
  public Optional<Money> onValueDate(Caller caller, UUID id, LocalDate day) {
    return accounts
        .byId(caller, id)
        .map(account -> new Money(records.bookedByValueDate(id, day), account.currency()));
  }
}

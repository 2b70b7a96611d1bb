package org.corridor.account.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.corridor.account.domain.Account;
import org.corridor.kernel.Caller;
import org.corridor.kernel.Money;

/** Makes the statement of an account; empty if the caller does not reach it. */
@ApplicationScoped
public class ReadStatement {

  private final ReadAccounts accounts;
  private final LedgerRecords records;

  @Inject
  public ReadStatement(ReadAccounts accounts, LedgerRecords records) {
    this.accounts = accounts;
    this.records = records;
  }

  /** For the container's proxy. */
  protected ReadStatement() {
    this(null, null);
  }

  /**
   * Days are those of UTC.
   *
   * @param last included
   * @param after the place of the last entry that was read already; null to begin
   */
  @Transactional
  public Optional<Statement> read(
      Caller caller,
      UUID id,
      LocalDate first,
      LocalDate last,
      StatementWindow.Place after,
      int limit) {
    var from = first.atStartOfDay(ZoneOffset.UTC).toInstant();
    var before = last.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    return accounts
        .byId(caller, id)
        .map(account -> statement(account, new StatementWindow(from, before, after), limit));
  }

  private Statement statement(Account account, StatementWindow window, int limit) {
    var opening = records.bookedBefore(account.id(), window.from());
    var closing = records.bookedBefore(account.id(), window.before());
    return new Statement(
        account,
        new Money(opening, account.currency()),
        new Money(closing, account.currency()),
        records.lines(account.id(), window, limit));
  }
}

package org.corridor.account.infrastructure.audit;

import static org.corridor.account.application.LedgerAudit.BalanceComparison.MAX_DIFFERING;
import static org.corridor.account.application.LedgerProblem.Kind.BALANCE;
import static org.corridor.account.application.LedgerProblem.Kind.ENTRY_SEQUENCE;
import static org.corridor.account.application.LedgerProblem.Kind.HELD;
import static org.corridor.account.application.LedgerProblem.Kind.RUNNING_BALANCE;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.corridor.account.application.LedgerProblem;
import org.corridor.account.infrastructure.ledger.Columns;

/**
 * Computes every account anew from its entries and holds, in one statement of the database: their
 * numbers without a gap, each balance from the one before, and in the end the balance row.
 */
final class AccountsPass {

  // numeric: what somebody has tampered with may not fit in 64 bits once it is added up; a full
  // join: an entry of an account without a balance row must not be overlooked
  private static final String DIFFERING =
      """
      with steps as (
        select account_id, currency, seq, amount, balance_after, booked_at,
               lag(balance_after, 1, 0::bigint) over account as before,
               lag(booked_at) over account as booked_before,
               row_number() over account as nth
          from entry window account as (partition by account_id order by seq)),
      entries as (
        select account_id, min(currency) as currency, max(currency) as other_currency,
               count(*) as count, sum(amount) as sum, max(seq) as last,
               max(booked_at) as last_booked_at,
               min(seq) filter (where seq <> nth or booked_at < booked_before) as wrong_place,
               min(seq) filter (where balance_after <> before::numeric + amount) as wrong_step
          from steps group by account_id),
      holds as (
        select account_id, sum(amount - captured) as sum
          from hold where status = 'ACTIVE' group by account_id),
      compared as (
        select coalesce(balance.account_id, entries.account_id) as account_id,
               balance.account_id is null as without_row,
               entries.wrong_place, entries.wrong_step,
               coalesce(balance.booked, 0) as booked, coalesce(entries.sum, 0) as entries_sum,
               coalesce(balance.held, 0) as held, coalesce(holds.sum, 0) as holds_sum,
               coalesce(balance.last_seq, 0) as last_seq, coalesce(entries.count, 0) as count,
               balance.booked <> coalesce(entries.sum, 0)
                 or balance.last_seq <> coalesce(entries.count, 0)
                 or balance.last_booked_at is distinct from entries.last_booked_at
                 or balance.currency <> coalesce(entries.currency, balance.currency)
                 or balance.currency <> coalesce(entries.other_currency, balance.currency)
                 as wrong_balance,
               balance.held <> coalesce(holds.sum, 0) as wrong_held
          from account_balance balance
          full join entries on entries.account_id = balance.account_id
          left join holds on holds.account_id = balance.account_id)
      select * from compared
       where without_row or wrong_place is not null or wrong_step is not null
          or wrong_balance or wrong_held
       order by account_id
      """;

  private final Connection connection;
  private final Findings findings;
  private final List<UUID> differing = new ArrayList<>();
  private long accounts;

  AccountsPass(Connection connection, Findings findings) {
    this.connection = connection;
    this.findings = findings;
  }

  void run() throws SQLException {
    try (var select = connection.prepareStatement("select count(*) from account_balance");
        var rows = select.executeQuery()) {
      rows.next();
      accounts = rows.getLong(1);
    }
    try (var rows = new Cursor<>(connection, DIFFERING, this::report)) {
      while (rows.peek() != null) {
        var account = rows.take();
        if (differing.size() < MAX_DIFFERING) {
          differing.add(account);
        }
      }
    }
  }

  /** How many there are. */
  long accounts() {
    return accounts;
  }

  /** Those that do not agree. */
  List<UUID> differing() {
    return differing;
  }

  private UUID report(ResultSet row) throws SQLException {
    var account = Columns.uuid(row, "account_id");
    var wrongPlace = Columns.nullableLong(row, "wrong_place");
    if (wrongPlace != null) {
      add(ENTRY_SEQUENCE, account, wrongPlace, "the entries before it are not all there, or later");
    }
    var wrongStep = Columns.nullableLong(row, "wrong_step");
    if (wrongStep != null) {
      add(
          RUNNING_BALANCE,
          account,
          wrongStep,
          "the balance after it is not the one before and its amount");
    }
    if (row.getBoolean("without_row") || row.getBoolean("wrong_balance")) {
      add(
          BALANCE,
          account,
          null,
          "booked %s, last entry %d; its %d entries sum to %s"
              .formatted(
                  row.getString("booked"),
                  row.getLong("last_seq"),
                  row.getLong("count"),
                  row.getString("entries_sum")));
    }
    if (row.getBoolean("wrong_held")) {
      add(
          HELD,
          account,
          null,
          "held %s; its active holds sum to %s"
              .formatted(row.getString("held"), row.getString("holds_sum")));
    }
    return account;
  }

  private void add(LedgerProblem.Kind kind, UUID account, Long seq, String detail) {
    findings.add(LedgerProblem.ofAccount(kind, account, seq, detail));
  }
}

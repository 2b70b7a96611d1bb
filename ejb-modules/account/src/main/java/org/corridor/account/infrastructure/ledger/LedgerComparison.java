package org.corridor.account.infrastructure.ledger;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.corridor.account.application.Verification;
import org.corridor.account.application.Verification.Mismatch;

/**
 * Adds up all entries and holds and compares them with the balance rows. One statement, so that all
 * is seen as it stands at one instant, while postings go on.
 */
final class LedgerComparison {

  // an entry of an account that has no balance row must not be overlooked: a full join
  private static final String COMPARE =
      """
      with entries as (
        select account_id, currency, count(*) as count, sum(amount) as sum, max(seq) as last
          from entry group by account_id, currency),
      holds as (
        select account_id, sum(amount - captured) as sum
          from hold where status = 'ACTIVE' group by account_id)
      select coalesce(balance.account_id, entries.account_id) as account_id,
             coalesce(entries.currency, balance.currency) as currency,
             coalesce(balance.booked, 0) as booked, coalesce(entries.sum, 0) as entries_sum,
             coalesce(balance.held, 0) as held, coalesce(holds.sum, 0) as holds_sum,
             coalesce(balance.last_seq, 0) as last_seq, coalesce(entries.count, 0) as count,
             balance.account_id is null
               or balance.currency <> coalesce(entries.currency, balance.currency)
               or balance.booked <> coalesce(entries.sum, 0)
               or balance.held <> coalesce(holds.sum, 0)
               or balance.last_seq <> coalesce(entries.count, 0)
               or balance.last_seq <> coalesce(entries.last, 0) as differs
        from account_balance balance
        full join entries on entries.account_id = balance.account_id
        left join holds on holds.account_id = balance.account_id
      """;
  private static final int FETCH_SIZE = 1_000;

  private final Connection connection;
  private final Map<String, BigInteger> sums = new HashMap<>();
  private final ArrayList<Mismatch> mismatches = new ArrayList<>();
  private long entries;

  LedgerComparison(Connection connection) {
    this.connection = connection;
  }

  Verification compare() throws SQLException {
    try (var select = connection.prepareStatement(COMPARE)) {
      select.setFetchSize(FETCH_SIZE);
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          add(rows);
        }
      }
    }
    return new Verification(entries, sums, mismatches);
  }

  private void add(ResultSet row) throws SQLException {
    var sum = integer(row, "entries_sum");
    var count = row.getLong("count");
    entries += count;
    sums.merge(row.getString("currency"), sum, BigInteger::add);
    if (row.getBoolean("differs") && mismatches.size() < Verification.MAX_MISMATCHES) {
      mismatches.add(
          new Mismatch(
              Columns.uuid(row, "account_id"),
              row.getLong("booked"),
              sum,
              row.getLong("held"),
              integer(row, "holds_sum"),
              row.getLong("last_seq"),
              count));
    }
  }

  private static BigInteger integer(ResultSet row, String column) throws SQLException {
    return row.getObject(column, BigDecimal.class).toBigIntegerExact();
  }
}

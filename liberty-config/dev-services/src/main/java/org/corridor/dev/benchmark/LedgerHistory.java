package org.corridor.dev.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.corridor.dev.PostgresServer;

/**
 * Millions of entries, quickly: written into the account database by a few statements for each
 * entry of every account, as the ledger would have written them, with batches and their hashes, so
 * that the ledger verifies. Only the events are missing. Cents go to and fro between neighbours, so
 * the balances hardly change.
 */
final class LedgerHistory {

  /** Journals of a batch, as many as a poster's. */
  private static final int BATCH = 1_000;

  private static final String JOURNALS =
      """
      create temp table made on commit drop as
      select pair, pair / %d as batch_no, uuidv7() as id,
             clock.now + pair / %d * interval '1 microsecond' as booked_at
        from (select clock_timestamp() as now) as clock, generate_series(0, ? - 1) as pair"""
          .formatted(BATCH, BATCH);

  private static final String LEGS =
      """
      create temp table leg on commit drop as
      select made.id as journal_id, made.booked_at, balance.account_id, amount,
             balance.last_seq + 1 as seq, balance.booked + amount as balance_after
        from made
        join neighbour on neighbour.place / 2 = made.pair
        join account_balance as balance using (account_id),
             lateral (select case (neighbour.place + ?) % 2 when 0 then -1 else 1 end::bigint)
               as moved (amount)""";

  /** The form of docs/adr/0011, version 1. */
  private static final String BATCHES =
      """
      with entries as (
        select journal_id,
               string_agg(uuid_send(account_id) || int8send(seq) || int8send(amount)
                 || int4send(3) || 'EUR'::bytea || int8send(balance_after), ''
                 order by account_id) as content
          from leg group by journal_id
      ), batch as (
        insert into ledger_batch (booked_at, journals, entries, content_hash)
        select booked_at, count(*), 2 * count(*),
               sha256('\\x01'::bytea || int8send((extract(epoch from booked_at) * 1000000)::bigint)
                 || string_agg(uuid_send(id) || int4send(8) || 'TRANSFER'::bytea
                      || int4send((booked_at at time zone 'UTC')::date - date '1970-01-01')
                      || int4send(9) || 'benchmark'::bytea
                      || int4send(32) || sha256(uuid_send(id))
                      || '\\x0000'::bytea || int4send(2) || '{}'::bytea
                      || int4send(2) || entries.content, '' order by id))
          from made join entries on entries.journal_id = made.id
         group by booked_at
        returning id, booked_at
      )
      insert into journal (batch, booked_at, id, kind, value_date, correlation_id, fingerprint,
                           metadata)
      select batch.id, booked_at, made.id, 'TRANSFER', (booked_at at time zone 'UTC')::date,
             'benchmark', sha256(uuid_send(made.id)), '{}'
        from made join batch using (booked_at)""";

  private static final String ENTRIES =
      """
      insert into entry (booked_at, journal_id, value_date, account_id, seq, amount, currency,
                         balance_after)
      select booked_at, journal_id, (booked_at at time zone 'UTC')::date, account_id, seq, amount,
             'EUR', balance_after
        from leg""";

  private static final String BALANCES =
      """
      update account_balance
         set booked = leg.balance_after, last_seq = leg.seq, last_booked_at = leg.booked_at
        from leg where leg.account_id = account_balance.account_id""";

  private final PostgresServer postgres;
  private final Report report;

  LedgerHistory(PostgresServer postgres, Report report) {
    this.postgres = postgres;
    this.report = report;
  }

  /**
   * Until the ledger has so many entries, or a few more.
   *
   * @param accounts to write them for
   */
  void grow(long entries, List<UUID> accounts) throws SQLException {
    try (var connection = postgres.connectAsSuperuser("account")) {
      place(connection, accounts);
      connection.setAutoCommit(false);
      var count = count(connection);
      for (var pass = 0; count < entries; pass++) {
        count += write(connection, accounts.size() / 2, pass);
        connection.commit();
      }
      connection.setAutoCommit(true);
      run(connection, "vacuum analyze journal, entry, account_balance, ledger_batch");
      run(connection, "checkpoint");
      report.say("the ledger has %d entries now", count);
    }
  }

  private static void place(Connection connection, List<UUID> accounts) throws SQLException {
    run(connection, "create temp table neighbour (place bigint primary key, account_id uuid)");
    try (var insert =
        connection.prepareStatement(
            "insert into neighbour select nth - 1, id from unnest(?::uuid[])"
                + " with ordinality as account (id, nth)")) {
      insert.setArray(1, connection.createArrayOf("uuid", accounts.toArray()));
      insert.executeUpdate();
    }
    run(connection, "analyze neighbour");
  }

  /** One entry for each account; returns how many there are. */
  private static long write(Connection connection, int pairs, int pass) throws SQLException {
    run(connection, JOURNALS, pairs);
    run(connection, LEGS, pass);
    run(connection, "analyze made");
    run(connection, "analyze leg");
    run(connection, BATCHES);
    var written = run(connection, ENTRIES);
    run(connection, BALANCES);
    return written;
  }

  private static long count(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("select count(*) from entry")) {
      row.next();
      return row.getLong(1);
    }
  }

  private static long run(Connection connection, String sql, int... values) throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      for (var i = 0; i < values.length; i++) {
        statement.setInt(i + 1, values[i]);
      }
      return statement.executeLargeUpdate();
    }
  }
}

package org.corridor.account.infrastructure.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.corridor.account.application.Ledger;
import org.corridor.account.domain.ledger.LedgerCommand;
import org.corridor.account.domain.ledger.Outcome;
import org.corridor.platform.groupcommit.GroupCommit;
import org.corridor.platform.groupcommit.GroupObserver;
import org.corridor.platform.schema.Migrations;
import org.corridor.testing.TestDatabase;
import org.postgresql.ds.PGSimpleDataSource;

/** A ledger on a real database, with accounts and running posters. */
public final class LedgerDatabase {

  private static TestDatabase shared;

  public final TestDatabase database;
  private final List<QueuedLedger> replicas = new ArrayList<>();

  private LedgerDatabase(TestDatabase database) {
    this.database = database;
  }

  /** With nothing in it. */
  public static LedgerDatabase empty() {
    var database = TestDatabase.create("account");
    new Migrations(database.owner(), "account", LedgerDatabase.class.getClassLoader()).apply();
    return new LedgerDatabase(database);
  }

  /** With what earlier tests have left in it, which must not matter. */
  static synchronized LedgerDatabase used() {
    if (shared == null) {
      shared = empty().database;
    }
    return new LedgerDatabase(shared);
  }

  /** As a test of another package sees it. */
  public Ledger replica() {
    return startReplica();
  }

  /** One whose clock is not today's. */
  public Ledger replica(Clock clock) {
    return startReplica(1000, clock);
  }

  /** What only a superuser, or the owner of the tables, can do. */
  public void tamper(String sql, Object... parameters) {
    try (var connection = database.owner().getConnection()) {
      run(connection, sql, parameters);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** A replica of the service: a queue and a poster of its own on the same database. */
  QueuedLedger startReplica() {
    return startReplica(1000);
  }

  QueuedLedger startReplica(int batchSize) {
    return startReplica(batchSize, Clock.systemUTC());
  }

  private QueuedLedger startReplica(int batchSize, Clock clock) {
    var replica =
        new QueuedLedger(new GroupCommit.Settings(10_000, 1, batchSize, Duration.ofSeconds(30)));
    replica
        .group()
        .start(Thread::new, "poster", posters(), new LedgerWork(clock), GroupObserver.none());
    replicas.add(replica);
    return replica;
  }

  /** Connections that plan as those of {@code jdbc/account-ledger} do. */
  private DataSource posters() {
    var app = (PGSimpleDataSource) database.app();
    var posters = new PGSimpleDataSource();
    posters.setUrl(app.getUrl());
    posters.setUser(app.getUser());
    posters.setPassword(app.getPassword());
    posters.setOptions("-c plan_cache_mode=force_generic_plan -c enable_seqscan=off -c jit=off");
    return posters;
  }

  /** Stops all replicas, as a server that is shut down does. */
  public void stop() {
    replicas.forEach(replica -> replica.group().stop());
  }

  /** Must not go below zero. */
  public UUID openAccount() {
    return open("EUR", 0L);
  }

  public UUID openInternalAccount() {
    return open("EUR", null);
  }

  private UUID open(String currency, Long floor) {
    var id = UUID.randomUUID();
    run(
        "insert into account (id, number, currency, status, opened_at, version)"
            + " values (?, ?, ?, 'ACTIVE', now(), 1)",
        id,
        id.toString(),
        currency);
    run(
        "insert into account_balance (account_id, currency, floor, may_debit, may_credit)"
            + " values (?, ?, ?, true, true)",
        id,
        currency,
        floor);
    return id;
  }

  void freeze(UUID account) {
    run(
        "update account_balance set may_debit = false, may_credit = false where account_id = ?",
        account);
  }

  public long booked(UUID account) {
    return number("select booked from account_balance where account_id = ?", account);
  }

  public long held(UUID account) {
    return number("select held from account_balance where account_id = ?", account);
  }

  /** All that the ledger keeps of an account, as one text. */
  String balanceRow(UUID account) {
    try (var connection = database.app().getConnection();
        var select =
            connection.prepareStatement(
                "select account_balance::text from account_balance where account_id = ?")) {
      select.setObject(1, account);
      try (var rows = select.executeQuery()) {
        rows.next();
        return rows.getString(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("no balance of " + account, e);
    }
  }

  public long number(String sql, Object... parameters) {
    try (var connection = database.app().getConnection();
        var statement = connection.prepareStatement(sql)) {
      bind(statement, parameters);
      try (var rows = statement.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  public void run(String sql, Object... parameters) {
    try (var connection = database.app().getConnection()) {
      run(connection, sql, parameters);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  static void run(Connection connection, String sql, Object... parameters) throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      bind(statement, parameters);
      statement.execute();
    }
  }

  private static void bind(java.sql.PreparedStatement statement, Object... parameters)
      throws SQLException {
    for (var i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
  }

  /** Accounts whose balance, numbering or holds are not what entries and holds say. */
  long accountsThatDoNotAgree() {
    return number(
        "select count(*) from account_balance b"
            + " where booked <> (select coalesce(sum(amount), 0) from entry e"
            + " where e.account_id = b.account_id)"
            + " or last_seq <> (select count(*) from entry e where e.account_id = b.account_id)"
            + " or last_seq <> (select coalesce(max(seq), 0) from entry e"
            + " where e.account_id = b.account_id)"
            + " or held <> (select coalesce(sum(amount - captured), 0) from hold h"
            + " where h.account_id = b.account_id and h.status = 'ACTIVE')");
  }

  /** Entries whose balance after is not the balance before and their amount. */
  long entriesThatDoNotAddUp() {
    return number(
        "select count(*) from (select balance_after, sum(amount) over (partition by account_id"
            + " order by booked_at, seq) as added, floor from entry join account_balance"
            + " using (account_id)) as e where balance_after <> added or balance_after < floor");
  }

  long sumOfAllEntries() {
    return number("select coalesce(sum(amount), 0) from entry");
  }

  public static Outcome await(CompletableFuture<Outcome> answer) {
    try {
      return answer.get(60, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static List<Outcome> awaitAll(List<CompletableFuture<Outcome>> answers) {
    return answers.stream().map(LedgerDatabase::await).toList();
  }

  static Outcome post(QueuedLedger queue, LedgerCommand command) {
    return await(queue.submit(command));
  }
}

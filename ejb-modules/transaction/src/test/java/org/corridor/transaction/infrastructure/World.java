package org.corridor.transaction.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.corridor.contracts.account.AccountSummary;
import org.corridor.kernel.Caller;
import org.corridor.kernel.Money;
import org.corridor.testing.TestDatabase;
import org.corridor.transaction.application.ApprovalSettings;
import org.corridor.transaction.application.BatchOutcome;
import org.corridor.transaction.application.CashHours;
import org.corridor.transaction.application.Consequences;
import org.corridor.transaction.application.DecideOnTransaction;
import org.corridor.transaction.application.Desk;
import org.corridor.transaction.application.ExpireApprovals;
import org.corridor.transaction.application.HandleCash;
import org.corridor.transaction.application.HandleCash.Cash;
import org.corridor.transaction.application.MoveMoney;
import org.corridor.transaction.application.MoveOutcome;
import org.corridor.transaction.application.MoveRequest;
import org.corridor.transaction.application.OpenTransaction;
import org.corridor.transaction.application.OrderBatch;
import org.corridor.transaction.application.OrderPosting;
import org.corridor.transaction.application.ReadLimits;
import org.corridor.transaction.application.ReadTransactions;
import org.corridor.transaction.application.RebuildProjection;
import org.corridor.transaction.application.ReconcileBatches;
import org.corridor.transaction.application.ReconcileOrders;
import org.corridor.transaction.application.ReconcileSettings;
import org.corridor.transaction.application.RecordOutcome;
import org.corridor.transaction.application.RequestKey;
import org.corridor.transaction.application.ReverseTransaction;
import org.corridor.transaction.application.SetLimits;
import org.corridor.transaction.application.TakeJournalPosted;
import org.corridor.transaction.application.TakeJournalPosted.JournalPosted;
import org.corridor.transaction.application.TransferMoney;
import org.corridor.transaction.application.TransferMoney.Destination;
import org.corridor.transaction.application.TransferMoney.Transfer;
import org.corridor.transaction.application.TransferTogether;
import org.corridor.transaction.application.WriteDecision;
import org.corridor.transaction.domain.Kind;
import org.corridor.transaction.domain.Status;
import org.corridor.transaction.domain.Transaction;
import org.corridor.transaction.domain.TransferBatch;
import org.corridor.transaction.domain.TransferBatch.Mode;
import org.corridor.transaction.infrastructure.desk.RunningDesk;

/** All use cases on a real database, with a ledger in memory: what a test needs to tell a story. */
public final class World {

  static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
  static final Duration PATIENCE = Duration.ofSeconds(15);
  static final Duration QUIET = Duration.ofSeconds(60);
  static final Duration APPROVAL_PATIENCE = Duration.ofDays(7);

  /** One for all tests of the JVM, which run one after the other; each begins with it empty. */
  private static final TestDatabase DATABASE = TestDatabase.create("transaction");

  private static RunningDesk runningDesk;

  private static final LocalUnits UNITS = new LocalUnits(DATABASE);

  final LocalUnits units = UNITS;
  final FakeLedger ledger = new FakeLedger(units);
  final TickingClock clock = new TickingClock();
  final Map<String, Integer> counted = new ConcurrentHashMap<>();

  private final TransactionDatabase connection = units.database();
  final JpaTransactions transactions = new JpaTransactions(connection);
  private final JdbcRequestKeys keys = new JdbcRequestKeys(connection);
  final JdbcPendingOrders pending = new JdbcPendingOrders(connection);
  final JdbcDailyUsage usage = new JdbcDailyUsage(connection);
  final JdbcLimits limits = new JdbcLimits(connection);
  private final ReconcileSettings settings = new ReconcileSettings(PATIENCE, QUIET, 10);

  private final OpenTransaction openings =
      new OpenTransaction(transactions, keys, pending, settings, this::count);
  private final Consequences consequences =
      new Consequences(transactions, pending, usage, this::count);
  private final RecordOutcome outcomes =
      new RecordOutcome(units, transactions, pending, consequences, settings, clock);
  private final OrderPosting orders = new OrderPosting(ledger, outcomes);
  private final Desk desk = aDesk();
  private final MoveMoney moves =
      new MoveMoney(units, openings, desk, orders, ForkJoinPool.commonPool());
  final JdbcTransferBatches stored = new JdbcTransferBatches(connection);
  private final OrderBatch batchOrders =
      new OrderBatch(ledger, desk, units, stored, ForkJoinPool.commonPool());

  final Batches batches =
      new Batches(
          new TransferTogether(
              ledger, desk, batchOrders, units, keys, stored, ForkJoinPool.commonPool()));
  final ReconcileBatches batchReconciliation =
      new ReconcileBatches(units, stored, batchOrders, settings, clock);

  final FileDesk files = new FileDesk(this, connection, keys);

  final Transfers transfers = new Transfers(new TransferMoney(ledger, moves));
  final CashDesk cash = new CashDesk(new HandleCash(ledger, moves, CashHours.always(), clock));
  final ReverseTransaction reversals =
      new ReverseTransaction(units, openings, transactions, orders, clock);
  final DecideOnTransaction decisions =
      new DecideOnTransaction(
          units, transactions, new WriteDecision(consequences, pending, settings), orders, clock);
  final ExpireApprovals expiry =
      new ExpireApprovals(
          units,
          new JdbcAwaitingApproval(connection),
          transactions,
          consequences,
          new ApprovalSettings(APPROVAL_PATIENCE, 10),
          clock);
  final ReadTransactions reading = new ReadTransactions(units, transactions);
  final ReadLimits limitsOf = new ReadLimits(units, limits);
  final SetLimits limitSettings = new SetLimits(units, limits, clock);
  final ReconcileOrders reconciliation =
      new ReconcileOrders(units, pending, transactions, orders, settings, clock);
  final TakeJournalPosted journalPosted =
      new TakeJournalPosted(
          units, new JdbcEventInbox(connection), transactions, outcomes, settings, clock);
  final RebuildProjection projection = new RebuildProjection(units, transactions);

  final UUID annasClient = UUID.randomUUID();
  final UUID bensClient = UUID.randomUUID();
  final AccountSummary annas = ledger.open("DE01", annasClient, "BER", "EUR");
  final AccountSummary bens = ledger.open("DE02", bensClient, "MUC", "EUR");
  final AccountSummary till = ledger.open("CASH-BER-EUR", null, "BER", "EUR");

  final Caller anna = new Caller("anna", Set.of(), null, annasClient, Map.of());
  final Caller ben = new Caller("ben", Set.of(), null, bensClient, Map.of());
  final Caller teller = staff("teller", "BER", 5_000_00);
  final Caller agent = new Caller("agent", Set.of(), "BER", null, Map.of());
  final Caller admin = new Caller("admin", Set.of(), null, null, Map.of());

  World() {
    execute(
        "create table if not exists limit_default as table transaction_limit;"
            + "truncate transaction, transfer_batch, transfer_file, transfer_file_chunk, event, inbox, idempotency_key, pending_order, daily_usage,"
            + " transaction_limit;"
            + "insert into transaction_limit select * from limit_default");
  }

  /** Transfers whose outcome is waited for. */
  record Transfers(TransferMoney money) {

    MoveOutcome transfer(MoveRequest request, Transfer transfer) {
      return await(money.transfer(request, transfer));
    }
  }

  /** Batches whose outcome is waited for. */
  record Batches(TransferTogether money) {

    BatchOutcome each(MoveRequest request, Transfer... transfers) {
      return await(money.transfer(request, Mode.EACH, List.of(transfers)));
    }

    BatchOutcome allOrNothing(MoveRequest request, Transfer... transfers) {
      return await(money.transfer(request, Mode.ALL_OR_NOTHING, List.of(transfers)));
    }
  }

  /** Cash whose outcome is waited for. */
  record CashDesk(HandleCash money) {

    MoveOutcome deposit(MoveRequest request, Cash cash) {
      return await(money.deposit(request, cash));
    }

    MoveOutcome withdraw(MoveRequest request, Cash cash) {
      return await(money.withdraw(request, cash));
    }
  }

  private static <T> T await(CompletionStage<T> outcome) {
    try {
      return outcome.toCompletableFuture().join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /** The one of the world before is done with. */
  private Desk aDesk() {
    if (runningDesk != null) {
      runningDesk.stop();
    }
    runningDesk = RunningDesk.start(DATABASE.app(), clock, settings, this::count);
    return runningDesk.desk();
  }

  static Caller staff(String subject, String branch, long cents) {
    return new Caller(subject, Set.of(), branch, null, Map.of(Currency.getInstance("EUR"), cents));
  }

  static Money eur(long cents) {
    return Money.of(cents, "EUR");
  }

  static MoveRequest request(Caller caller, String key) {
    var fingerprint = HexFormat.of().toHexDigits(key.hashCode());
    return new MoveRequest(
        caller, new RequestKey(caller.subject(), key, fingerprint), "correlation");
  }

  static DataSource dataSource() {
    return DATABASE.app();
  }

  static MoveRequest request(Caller caller) {
    return request(caller, UUID.randomUUID().toString());
  }

  /** The ledger's event about a journal comes, once. */
  int journalPosted(UUID journalId) {
    return journalPosted.take(List.of(new JournalPosted(UUID.randomUUID(), journalId, NOON)));
  }

  Transfer toBen(long cents) {
    return new Transfer(annas.id(), new Destination(bens.id(), null), eur(cents), "rent");
  }

  Cash cashForAnna(long cents) {
    return new Cash(annas.id(), eur(cents), null, null);
  }

  /** A transfer of Anna's to Ben that is paid. */
  Transaction paidTransfer(long cents) {
    ledger.setBalance(annas, ledger.balance(annas) + cents);
    return made(transfers.transfer(request(anna), toBen(cents)));
  }

  static Transaction made(MoveOutcome outcome) {
    assertThat(outcome).isInstanceOf(MoveOutcome.Made.class);
    return ((MoveOutcome.Made) outcome).transaction();
  }

  static TransferBatch batch(BatchOutcome outcome) {
    assertThat(outcome).isInstanceOf(BatchOutcome.Made.class);
    return ((BatchOutcome.Made) outcome).batch();
  }

  TransferBatch readBatch(UUID id) {
    return batches.money().find(admin, id).orElseThrow();
  }

  Transaction read(UUID id) {
    return reading.find(admin, id).orElseThrow();
  }

  long used(AccountSummary account, String kind) {
    return count(
        "select coalesce(sum(used), 0) from daily_usage where account_id = '"
            + account.id()
            + "' and kind = '"
            + kind
            + "'");
  }

  long count(String sql) {
    return Long.parseLong(value(sql));
  }

  UUID id(String sql) {
    return UUID.fromString(value(sql));
  }

  private static String value(String sql) {
    try (var owner = DATABASE.owner().getConnection();
        var statement = owner.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  void execute(String sql) {
    try (var owner = DATABASE.owner().getConnection();
        var statement = owner.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Does all at the same instant. */
  static <T> List<T> atOnce(int times, IntFunction<Callable<T>> work) {
    var threads = Executors.newFixedThreadPool(times);
    try {
      var ready = new CountDownLatch(times);
      var futures =
          IntStream.range(0, times)
              .mapToObj(work)
              .map(
                  one ->
                      threads.submit(
                          () -> {
                            ready.countDown();
                            ready.await();
                            return one.call();
                          }))
              .toList();
      return futures.stream().map(World::get).toList();
    } finally {
      threads.shutdownNow();
    }
  }

  private static <T> T get(Future<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private void count(Kind kind, Status status) {
    counted.merge(kind + " " + status, 1, Integer::sum);
  }

  /** A clock that stands still until it is moved. */
  static final class TickingClock extends Clock {

    private volatile Instant now = NOON;

    void advance(Duration by) {
      now = now.plus(by);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException("always UTC");
    }
  }
}

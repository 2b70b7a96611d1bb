package org.corridor.transaction.infrastructure.saga;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.corridor.contracts.account.AccountSummary;
import org.corridor.kernel.Caller;
import org.corridor.kernel.Money;
import org.corridor.testing.TestDatabase;
import org.corridor.transaction.application.Holds;
import org.corridor.transaction.application.MoveRequest;
import org.corridor.transaction.application.RequestKey;
import org.corridor.transaction.application.UnitOfWork;
import org.corridor.transaction.application.payment.CancelPayment;
import org.corridor.transaction.application.payment.CheckPayment;
import org.corridor.transaction.application.payment.MakePayment;
import org.corridor.transaction.application.payment.PaymentLimits;
import org.corridor.transaction.application.payment.PaymentOrder;
import org.corridor.transaction.application.payment.PaymentOutcome;
import org.corridor.transaction.application.payment.PaymentProcessor;
import org.corridor.transaction.application.payment.PaymentSaga;
import org.corridor.transaction.application.payment.ReadPayments;
import org.corridor.transaction.application.payment.ReturnSaga;
import org.corridor.transaction.application.saga.ReadSagas;
import org.corridor.transaction.application.saga.RebuildSagas;
import org.corridor.transaction.application.saga.RunSagas;
import org.corridor.transaction.application.saga.SagaKinds;
import org.corridor.transaction.application.saga.SagaSettings;
import org.corridor.transaction.application.saga.SteerSagas;
import org.corridor.transaction.application.saga.StepCalls;
import org.corridor.transaction.application.saga.WriteSaga;
import org.corridor.transaction.domain.payment.Creditor;
import org.corridor.transaction.domain.payment.Payment;
import org.corridor.transaction.domain.payment.PaymentStatus;
import org.corridor.transaction.domain.payment.PostalAddress;
import org.corridor.transaction.domain.payment.Rail;
import org.corridor.transaction.domain.saga.RetryPolicy;
import org.corridor.transaction.domain.saga.SagaStatus;
import org.corridor.transaction.domain.saga.StepIds;
import org.corridor.transaction.infrastructure.JdbcDailyUsage;
import org.corridor.transaction.infrastructure.JdbcLimits;
import org.corridor.transaction.infrastructure.JdbcRequestKeys;
import org.corridor.transaction.infrastructure.LocalUnits;
import org.corridor.transaction.infrastructure.payment.JdbcPaymentReturns;
import org.corridor.transaction.infrastructure.payment.JdbcPayments;

/** Payments and their sagas on a real database, with a bank and a processor in memory. */
final class PaymentWorld {

  static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
  static final Duration LEASE = Duration.ofSeconds(30);
  static final long START = 1_000_00;

  private static final TestDatabase DATABASE = TestDatabase.create("transaction");
  static final LocalUnits UNITS = new LocalUnits(DATABASE);

  final MovingClock clock = new MovingClock();
  final BankInMemory bank = new BankInMemory(UNITS);
  final ProcessorInMemory processor = new ProcessorInMemory();
  final UUID annasClient = UUID.randomUUID();
  final AccountSummary annas = bank.open("DE01", annasClient, "BER", START);
  final AccountSummary nostro = bank.open("NOSTRO_MAIN-EUR", null, null, 0);
  final Caller anna = new Caller("anna", Set.of(), null, annasClient, Map.of());
  final Crashes crashes = new Crashes(UNITS);
  final Replica replica = new Replica(this, crashes, crashes, processor);
  final JdbcSagas sagas = new JdbcSagas(UNITS.database());
  final ReadSagas reading = new ReadSagas(UNITS, sagas);
  final RebuildSagas rebuilding = new RebuildSagas(UNITS, sagas);

  PaymentWorld() {
    execute("truncate saga, payment_return, payment, event, idempotency_key, daily_usage");
  }

  /** All use cases of one replica. */
  static final class Replica {
    final RunSagas running;
    final MakePayment making;
    final CancelPayment cancelling;
    final SteerSagas steering;
    final ReadPayments payments;
    final WriteSaga writing;

    Replica(PaymentWorld world, UnitOfWork units, StepCalls calls, PaymentProcessor processor) {
      this(world, units, calls, processor, world.bank);
    }

    Replica(
        PaymentWorld world,
        UnitOfWork units,
        StepCalls calls,
        PaymentProcessor processor,
        Holds holds) {
      var database = UNITS.database();
      var stored = new JdbcPayments(database);
      var sagas = new JdbcSagas(database);
      var limits = new PaymentLimits(new JdbcLimits(database), new JdbcDailyUsage(database));
      var saga = new PaymentSaga(UNITS, stored, limits, world.bank, holds, processor);
      var back = new ReturnSaga(UNITS, stored, new JdbcPaymentReturns(database), world.bank);
      var kinds = new SagaKinds(Stream.of(saga, back));
      var retries =
          new RetryPolicy(
              Duration.ofMillis(100),
              Duration.ofSeconds(5),
              3,
              Duration.ofSeconds(15),
              Duration.ofMinutes(10));
      var settings = new SagaSettings(LEASE, 4, Duration.ofSeconds(1), retries);
      writing = new WriteSaga(sagas, kinds, settings);
      running = new RunSagas(units, sagas, kinds, writing, calls, settings, world.clock);
      making =
          new MakePayment(
              units,
              new CheckPayment(world.bank, processor),
              new JdbcRequestKeys(database),
              limits,
              stored,
              writing,
              id -> {},
              world.clock);
      cancelling = new CancelPayment(units, stored, sagas, writing, id -> {}, world.clock);
      steering = new SteerSagas(units, sagas, writing, id -> {}, world.clock);
      payments = new ReadPayments(UNITS, stored);
    }
  }

  /** Another one, that does not die. */
  Replica anotherReplica() {
    return new Replica(this, UNITS, new Crashes(UNITS), processor);
  }

  Payment pay(long cents) {
    return ((PaymentOutcome.Made) make(cents, UUID.randomUUID().toString())).payment();
  }

  PaymentOutcome make(long cents, String key) {
    return replica.making.make(request(key), order(cents));
  }

  MoveRequest request(String key) {
    return new MoveRequest(anna, new RequestKey("anna", key, "ab"), "correlation");
  }

  PaymentOrder order(long cents) {
    return new PaymentOrder(
        annas.id(),
        Money.of(cents, "EUR"),
        new Creditor(
            "Stadtwerke",
            "DE89370400440532013000",
            null,
            null,
            new PostalAddress(null, null, null, "Köln", "DE")),
        "Invoice 1",
        Rail.SEPA);
  }

  Payment read(UUID id) {
    return replica.payments.find(anna, id).orElseThrow();
  }

  SagaStatus saga(UUID id) {
    return reading.find(id).orElseThrow().saga().status();
  }

  static UUID submission(UUID paymentId) {
    return StepIds.of(paymentId, PaymentSaga.SUBMIT);
  }

  UUID theReturnOf(UUID paymentId) {
    return StepIds.of(paymentId, "RETURN");
  }

  static UUID holdOf(UUID paymentId) {
    return StepIds.of(paymentId, PaymentSaga.RESERVE);
  }

  /** Time passes, and whatever is due is worked at, until a saga has ended or is stuck. */
  void untilItEnds(UUID id) {
    var other = anotherReplica();
    for (var round = 0; round < 200; round++) {
      other.running.runNext();
      var status = saga(id);
      if (status.hasEnded() || status == SagaStatus.STUCK) {
        return;
      }
      clock.advance(Duration.ofSeconds(20));
    }
    throw new AssertionError("it does not end: " + reading.find(id));
  }

  /** What must be true of one payment from Anna's account once its saga has ended. */
  void assertBooks(Payment payment) {
    var amount = payment.instruction().amount().minorUnits();
    var isPaid = payment.status() == PaymentStatus.PAID;
    var moved = isPaid ? amount : 0;
    assertThat(processor.timesPaid()).as("paid by the processor").isEqualTo(isPaid ? 1 : 0);
    assertThat(bank.journals()).as("journals").isEqualTo(isPaid ? 1 : 0);
    assertThat(bank.holdsPlaced()).as("holds").isLessThanOrEqualTo(1);
    assertThat(bank.held(annas)).as("held").isZero();
    assertThat(bank.booked(annas)).isEqualTo(START - moved);
    assertThat(bank.booked(nostro)).isEqualTo(moved);
    assertThat(used()).as("of the day's limit").isEqualTo(moved);
    assertThat(rebuilding.compare()).as("rows that are not as their events").isEmpty();
  }

  long used() {
    return count("select coalesce(sum(used), 0) from daily_usage");
  }

  long count(String sql) {
    try (var owner = DATABASE.owner().getConnection();
        var statement = owner.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
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

  /** A clock that stands still until it is moved. */
  static final class MovingClock extends Clock {
    private volatile Instant now = NOON;

    synchronized void advance(Duration by) {
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

package org.corridor.transaction.infrastructure.saga;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.corridor.transaction.application.MoveOutcome;
import org.corridor.transaction.application.payment.PaymentOutcome.Made;
import org.corridor.transaction.application.payment.PaymentOutcome.Stopped;
import org.corridor.transaction.application.payment.PaymentProcessor;
import org.corridor.transaction.application.payment.PaymentSaga;
import org.corridor.transaction.application.payment.ProcessorAnswer;
import org.corridor.transaction.application.payment.ProcessorAnswer.NoAnswer;
import org.corridor.transaction.application.payment.ProcessorAnswer.NotReached;
import org.corridor.transaction.application.saga.SagaOutcome;
import org.corridor.transaction.application.saga.SagaQuery;
import org.corridor.transaction.domain.payment.Payment;
import org.corridor.transaction.domain.payment.PaymentStatus;
import org.corridor.transaction.domain.payment.PaymentTransition;
import org.corridor.transaction.domain.saga.SagaStatus;
import org.corridor.transaction.domain.saga.Stage;
import org.corridor.transaction.infrastructure.saga.PaymentWorld.Replica;
import org.corridor.transaction.infrastructure.saga.ProcessorInMemory.Way;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** The life of payments, on a real database. */
class PaymentSagaTest {

  private final PaymentWorld world = new PaymentWorld();

  @Test
  void aPaymentIsReservedSubmittedAndPaid() {
    var payment = world.pay(100_00);
    assertThat(payment.status()).isEqualTo(PaymentStatus.CREATED);
    assertThat(world.used()).isEqualTo(100_00);

    world.replica.running.run(payment.id());

    var paid = world.read(payment.id());
    assertThat(paid.status()).isEqualTo(PaymentStatus.PAID);
    assertThat(paid.reference()).isEqualTo("REF");
    world.assertBooks(paid);
    assertThat(world.replica.payments.history(world.anna, payment.id()).orElseThrow())
        .extracting(PaymentTransition::to)
        .containsExactly(
            PaymentStatus.CREATED,
            PaymentStatus.FUNDS_RESERVED,
            PaymentStatus.SUBMITTED,
            PaymentStatus.PAID);
    assertThat(world.saga(payment.id())).isEqualTo(SagaStatus.COMPLETED);
  }

  @Test
  void aPaymentBeyondTheBalanceIsDeclinedAndFreesTheDay() {
    var payment = world.pay(PaymentWorld.START + 1);

    world.replica.running.run(payment.id());

    var declined = world.read(payment.id());
    assertThat(declined.status()).isEqualTo(PaymentStatus.DECLINED);
    assertThat(declined.whyNot().orElseThrow().code()).isEqualTo("insufficient-funds");
    world.assertBooks(declined);
  }

  @Test
  void whatTheProcessorRefusesAfterItHasTakenItOnHasFailed() {
    world.processor.takes(Way.REFUSES_LATER);
    var payment = world.pay(100_00);
    world.replica.running.run(payment.id());
    assertThat(world.read(payment.id()).status()).isEqualTo(PaymentStatus.SUBMITTED);

    world.processor.decide();
    world.untilItEnds(payment.id());

    var failed = world.read(payment.id());
    assertThat(failed.status()).isEqualTo(PaymentStatus.FAILED);
    assertThat(failed.whyNot().orElseThrow().code()).isEqualTo("processor-refused");
    assertThat(world.bank.held(world.annas)).isZero();
    assertThat(world.bank.journals()).isZero();
    assertThat(world.used()).isZero();
  }

  @Test
  void aSilentProcessorIsAskedUntilItTells() {
    var silent = with(answer -> new NoAnswer("timeout"));
    var payment = world.pay(100_00);

    silent.running.run(payment.id());

    assertThat(world.read(payment.id()).status()).isEqualTo(PaymentStatus.UNKNOWN);
    var saga = world.reading.find(payment.id()).orElseThrow().saga();
    assertThat(saga.progress().stage()).isEqualTo(Stage.UNKNOWN);
    assertThat(saga.progress().waitsFor()).contains("timeout");
    assertThat(saga.progress().dueAt()).isAfter(PaymentWorld.NOON);
    assertThat(world.reading.list(new SagaQuery(SagaStatus.RUNNING, "payment", true, null), 5))
        .hasSize(1);
    world.untilItEnds(payment.id());
    var paid = world.read(payment.id());
    assertThat(paid.status()).isEqualTo(PaymentStatus.PAID);
    world.assertBooks(paid);
  }

  @Test
  void thePausesGrowToMinutesAndAnOperatorNeedNotWait() {
    var silent = with(answer -> new NoAnswer("timeout"));
    var payment = world.pay(100_00);
    for (var i = 0; i < 12; i++) {
      silent.running.run(payment.id());
      world.clock.advance(Duration.ofMinutes(15));
    }
    silent.running.run(payment.id());
    var progress = world.reading.find(payment.id()).orElseThrow().saga().progress();
    assertThat(Duration.between(world.clock.instant(), progress.dueAt()))
        .isBetween(Duration.ofMinutes(8), Duration.ofMinutes(12));
    assertThat(world.anotherReplica().running.run(payment.id())).isFalse();

    assertThat(world.replica.steering.retry(payment.id(), "admin"))
        .isInstanceOf(SagaOutcome.Steered.class);
    assertThat(world.anotherReplica().running.run(payment.id())).isTrue();

    assertThat(world.read(payment.id()).status()).isEqualTo(PaymentStatus.PAID);
  }

  @Test
  void whatMayBeAtTheProcessorIsNotGivenUp() {
    var silent = with(answer -> new NoAnswer("timeout"));
    var payment = world.pay(100_00);
    silent.running.run(payment.id());

    var cancelled = world.replica.cancelling.cancel(world.anna, payment.id());
    var compensated = world.replica.steering.compensate(payment.id(), "admin");

    assertThat(conflict(cancelled)).isEqualTo("payment-submitted");
    assertThat(((SagaOutcome.Conflict) compensated).code())
        .isEqualTo("past-the-point-of-no-return");
  }

  @Test
  void whatTheProcessorHasCertainlyNotGotIsCancelled() {
    var away = withoutEffect(new NotReached("no connection"));
    var payment = world.pay(100_00);
    away.running.run(payment.id());
    assertThat(world.read(payment.id()).status()).isEqualTo(PaymentStatus.FUNDS_RESERVED);
    assertThat(world.bank.held(world.annas)).isEqualTo(100_00);

    var cancelled = world.replica.cancelling.cancel(world.anna, payment.id());
    assertThat(cancelled).isInstanceOf(Made.class);
    world.untilItEnds(payment.id());

    var ended = world.read(payment.id());
    assertThat(ended.status()).isEqualTo(PaymentStatus.CANCELLED);
    assertThat(ended.cancelledBy()).isEqualTo("anna");
    world.assertBooks(ended);
    var again = world.replica.cancelling.cancel(world.anna, payment.id());
    assertThat(((Made) again).payment()).isEqualTo(ended);
  }

  @Test
  void aPaymentIsNotCancelledByAnotherOrAfterItsEnd() {
    var payment = world.pay(100_00);
    world.replica.running.run(payment.id());

    var late = world.replica.cancelling.cancel(world.anna, payment.id());

    assertThat(conflict(late)).isEqualTo("payment-ended");
    assertThat(((Stopped) world.replica.cancelling.cancel(world.anna, UUID.randomUUID())).why())
        .isInstanceOf(MoveOutcome.NotFound.class);
  }

  @Test
  void whatCannotBeBookedIsStuckUntilAnOperatorLetsItGoOn() {
    var payment = world.pay(100_00);
    world.bank.closedForPosting(true);
    world.replica.running.run(payment.id());
    var stuck = world.reading.find(payment.id()).orElseThrow().saga();
    assertThat(stuck.status()).isEqualTo(SagaStatus.STUCK);
    assertThat(stuck.cause().code()).isEqualTo("account-not-open");
    assertThat(stuck.progress().step()).isEqualTo(PaymentSaga.BOOK);
    assertThat(world.reading.census().open()).containsEntry(SagaStatus.STUCK, 1L);
    assertThat(world.replica.running.run(payment.id())).isFalse();
    assertThat(world.replica.steering.compensate(payment.id(), "admin"))
        .isInstanceOf(SagaOutcome.Conflict.class);

    world.bank.closedForPosting(false);
    world.replica.steering.retry(payment.id(), "admin");
    world.replica.running.run(payment.id());

    var paid = world.read(payment.id());
    assertThat(paid.status()).isEqualTo(PaymentStatus.PAID);
    world.assertBooks(paid);
  }

  @Test
  void aHoldThatHasExpiredIsAsGoodAsReleased() {
    var away = withoutEffect(new NotReached("no connection"));
    var payment = world.pay(100_00);
    away.running.run(payment.id());
    world.bank.expire(PaymentWorld.holdOf(payment.id()));

    world.replica.cancelling.cancel(world.anna, payment.id());
    world.untilItEnds(payment.id());

    assertThat(world.read(payment.id()).status()).isEqualTo(PaymentStatus.CANCELLED);
  }

  @Test
  void theSameKeyGetsTheFirstAnswer() {
    var first = (Made) world.make(100_00, "key-1");
    world.replica.running.run(first.payment().id());

    var again = (Made) world.make(100_00, "key-1");

    assertThat(again.replayed()).isTrue();
    assertThat(again.payment()).isEqualTo(first.payment());
    assertThat(world.count("select count(*) from payment")).isEqualTo(1);
  }

  @Test
  void theDaysLimitIsSharedWithTransfersAndApprovalIsNotToBeHad() {
    assertThat(refused(world.make(5_000_01, "a"))).isEqualTo("approval-not-possible");
    assertThat(refused(world.make(10_000_01, "b"))).isEqualTo("transaction-limit-exceeded");
    for (var i = 0; i < 4; i++) {
      assertThat(world.make(5_000_00, "c" + i)).isInstanceOf(Made.class);
    }
    assertThat(refused(world.make(1, "d"))).isEqualTo("daily-limit-exceeded");
    assertThat(world.used()).isEqualTo(20_000_00);
  }

  @Test
  void aReplicaThatHasLostItsLeaseWritesNothing() {
    var payment = world.pay(100_00);
    var slow =
        new Replica(
            world,
            PaymentWorld.UNITS,
            new Crashes(PaymentWorld.UNITS),
            new Spoilt(
                (id, submitted) -> {
                  var answer = world.processor.submit(id, submitted);
                  world.clock.advance(PaymentWorld.LEASE.plusSeconds(1));
                  world.untilItEnds(payment.id());
                  return answer;
                }));

    slow.running.run(payment.id());

    var paid = world.read(payment.id());
    assertThat(paid.status()).isEqualTo(PaymentStatus.PAID);
    world.assertBooks(paid);
  }

  @RepeatedTest(5)
  void manyReplicasAtOnceDoEachStepOnce() {
    var payment = world.pay(100_00);
    var work = new ArrayList<Callable<Object>>();
    for (var i = 0; i < 8; i++) {
      var replica = world.anotherReplica();
      var byId = i % 2 == 0;
      work.add(() -> byId ? replica.running.run(payment.id()) : replica.running.runNext());
    }

    atOnce(work);

    var paid = world.read(payment.id());
    assertThat(paid.status()).isEqualTo(PaymentStatus.PAID);
    world.assertBooks(paid);
    assertThat(
            world.count(
                "select count(*) from event where type = 'transaction.saga-step-started.v1'"))
        .isEqualTo(4);
  }

  @RepeatedTest(10)
  void cancelledAndSubmittedAtTheSameInstantOneOfThemCounts() {
    var payment = world.pay(100_00);
    var first = world.anotherReplica();
    var second = world.anotherReplica();

    atOnce(
        List.of(
            () -> first.cancelling.cancel(world.anna, payment.id()),
            () -> first.running.run(payment.id()),
            () -> second.cancelling.cancel(world.anna, payment.id())));
    world.untilItEnds(payment.id());

    var ended = world.read(payment.id());
    assertThat(ended.status()).isIn(PaymentStatus.PAID, PaymentStatus.CANCELLED);
    world.assertBooks(ended);
  }

  @Test
  void theRowsOfSagasAreMadeAnewFromTheirEvents() {
    var paid = world.pay(10_00);
    world.replica.running.run(paid.id());
    var waiting = world.pay(20_00);
    withoutEffect(new NotReached("no connection")).running.run(waiting.id());
    var live = world.reading.list(new SagaQuery(null, null, null, null), 10);
    assertThat(world.rebuilding.compare()).isEmpty();
    world.execute("delete from saga where id = '" + paid.id() + "'");
    world.execute("update saga set attempts = 99, due_at = null where id = '" + waiting.id() + "'");

    assertThat(world.rebuilding.compare()).hasSize(2);
    assertThat(world.rebuilding.rebuild()).hasSize(2);

    assertThat(world.reading.list(new SagaQuery(null, null, null, null), 10)).isEqualTo(live);
    assertThat(world.rebuilding.compare()).isEmpty();
    world.untilItEnds(waiting.id());
    assertThat(world.read(waiting.id()).status()).isEqualTo(PaymentStatus.PAID);
  }

  /** What it does is done; what it says is lost or changed on the way. */
  private Replica with(UnaryOperator<ProcessorAnswer> onTheWay) {
    return replica((id, payment) -> onTheWay.apply(world.processor.submit(id, payment)), onTheWay);
  }

  private Replica withoutEffect(ProcessorAnswer answer) {
    return replica((id, payment) -> answer, was -> answer);
  }

  private Replica replica(Submit submit, UnaryOperator<ProcessorAnswer> asked) {
    return new Replica(
        world, PaymentWorld.UNITS, new Crashes(PaymentWorld.UNITS), new Spoilt(submit, asked));
  }

  private interface Submit {
    ProcessorAnswer submit(UUID id, Payment payment);
  }

  /** The way to the processor, with something on it. */
  private final class Spoilt implements PaymentProcessor {
    private final Submit submit;
    private final UnaryOperator<ProcessorAnswer> asked;

    Spoilt(Submit submit) {
      this(submit, UnaryOperator.identity());
    }

    Spoilt(Submit submit, UnaryOperator<ProcessorAnswer> asked) {
      this.submit = submit;
      this.asked = asked;
    }

    @Override
    public String name() {
      return world.processor.name();
    }

    @Override
    public boolean isThere() {
      return true;
    }

    @Override
    public ProcessorAnswer submit(UUID submissionId, Payment payment) {
      return submit.submit(submissionId, payment);
    }

    @Override
    public ProcessorAnswer ask(UUID submissionId) {
      return asked.apply(world.processor.ask(submissionId));
    }

    @Override
    public List<ReturnedSubmission> returns(long after, int limit) {
      return world.processor.returns(after, limit);
    }
  }

  private static String conflict(Object outcome) {
    return ((MoveOutcome.Conflict) ((Stopped) outcome).why()).code();
  }

  private static String refused(Object outcome) {
    return ((MoveOutcome.Refused) ((Stopped) outcome).why()).code();
  }

  private static void atOnce(List<Callable<Object>> work) {
    var threads = Executors.newFixedThreadPool(work.size());
    try {
      var barrier = new CyclicBarrier(work.size());
      var futures = new ArrayList<Future<Object>>();
      for (var one : work) {
        futures.add(
            threads.submit(
                () -> {
                  barrier.await();
                  return one.call();
                }));
      }
      for (var future : futures) {
        future.get();
      }
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    } finally {
      threads.shutdownNow();
    }
  }
}

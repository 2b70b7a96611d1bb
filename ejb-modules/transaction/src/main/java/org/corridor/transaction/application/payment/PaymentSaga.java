package org.corridor.transaction.application.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.corridor.transaction.application.Holds;
import org.corridor.transaction.application.Ledger;
import org.corridor.transaction.application.UnitOfWork;
import org.corridor.transaction.application.saga.SagaKind;
import org.corridor.transaction.application.saga.StepAction;
import org.corridor.transaction.application.saga.StepCall;
import org.corridor.transaction.domain.payment.Payment;
import org.corridor.transaction.domain.payment.PaymentEvent;
import org.corridor.transaction.domain.payment.PaymentEvent.PaymentCancellationRequested;
import org.corridor.transaction.domain.payment.PaymentEvent.PaymentCancelled;
import org.corridor.transaction.domain.payment.PaymentEvent.PaymentDeclined;
import org.corridor.transaction.domain.payment.PaymentEvent.PaymentFailed;
import org.corridor.transaction.domain.payment.PaymentEvent.PaymentFundsReserved;
import org.corridor.transaction.domain.payment.PaymentEvent.PaymentOutcomeUnknown;
import org.corridor.transaction.domain.payment.PaymentEvent.PaymentPaid;
import org.corridor.transaction.domain.payment.PaymentEvent.PaymentSubmitted;
import org.corridor.transaction.domain.payment.PaymentStatus;
import org.corridor.transaction.domain.saga.SagaChange;
import org.corridor.transaction.domain.saga.SagaEvent;
import org.corridor.transaction.domain.saga.SagaEvent.CompensationRequested;
import org.corridor.transaction.domain.saga.SagaEvent.SagaCompensated;
import org.corridor.transaction.domain.saga.SagaEvent.SagaCompleted;
import org.corridor.transaction.domain.saga.SagaEvent.SagaStarted;
import org.corridor.transaction.domain.saga.SagaEvent.StepDone;
import org.corridor.transaction.domain.saga.SagaEvent.StepStarted;
import org.corridor.transaction.domain.saga.SagaEvent.StepWaits;
import org.corridor.transaction.domain.saga.SagaPlan;
import org.corridor.transaction.domain.saga.Stage;
import org.corridor.transaction.domain.saga.Step;
import org.corridor.transaction.domain.saga.Step.OnRefusal;
import org.corridor.transaction.domain.saga.StepIds;

/** The way of a payment: the money is set aside, the processor pays, and it is booked. */
@ApplicationScoped
public class PaymentSaga implements SagaKind {

  public static final String KIND = "payment";
  public static final String RESERVE = "RESERVE_FUNDS";
  public static final String SUBMIT = "SUBMIT";
  public static final String SETTLE = "AWAIT_SETTLEMENT";
  public static final String BOOK = "BOOK";

  /** Why a saga goes back if the payment was cancelled. */
  static final String CANCELLED = "cancelled";

  private static final Duration LEDGER_TIMEOUT = Duration.ofSeconds(12);
  private static final Duration PROCESSOR_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration UNDER_WAY_FOR = Duration.ofSeconds(60);
  private static final SagaPlan PLAN =
      new SagaPlan(
          KIND,
          List.of(
              new Step(RESERVE, LEDGER_TIMEOUT, UNDER_WAY_FOR, false, OnRefusal.COMPENSATE),
              new Step(SUBMIT, PROCESSOR_TIMEOUT, UNDER_WAY_FOR, true, OnRefusal.COMPENSATE),
              new Step(SETTLE, PROCESSOR_TIMEOUT, UNDER_WAY_FOR, true, OnRefusal.COMPENSATE),
              new Step(BOOK, LEDGER_TIMEOUT, UNDER_WAY_FOR, true, OnRefusal.STOP)));

  private final UnitOfWork units;
  private final Payments payments;
  private final PaymentLimits limits;
  private final Map<String, StepAction> actions;

  /** For the container's proxy. */
  protected PaymentSaga() {
    this.units = null;
    this.payments = null;
    this.limits = null;
    this.actions = Map.of();
  }

  @Inject
  public PaymentSaga(
      UnitOfWork units,
      Payments payments,
      PaymentLimits limits,
      Ledger ledger,
      Holds holds,
      PaymentProcessor processor) {
    this.units = units;
    this.payments = payments;
    this.limits = limits;
    this.actions =
        Map.of(
            RESERVE, new ReserveFunds(holds, this::payment),
            SUBMIT, new SubmitPayment(processor, this::payment),
            SETTLE, new AwaitSettlement(processor),
            BOOK, new BookPayment(ledger, this::payment));
  }

  /** The id that a processor knows a payment by. */
  public static UUID submissionOf(UUID paymentId) {
    return StepIds.of(paymentId, SUBMIT);
  }

  @Override
  public SagaPlan plan() {
    return PLAN;
  }

  @Override
  public StepAction action(String step) {
    return actions.get(step);
  }

  private Payment payment(StepCall call) {
    return units.within(() -> payments.find(call.subjectId()).orElseThrow());
  }

  @Override
  public void happened(SagaChange change) {
    for (var event : change.events()) {
      if (event instanceof SagaStarted || event instanceof StepStarted) {
        continue;
      }
      var payment = payments.find(change.after().subjectId()).orElseThrow();
      var meaning = meaning(event, payment);
      if (meaning != null) {
        payments.save(payment.change(meaning));
      }
      if (event instanceof SagaCompensated) {
        limits.giveBack(payment);
      }
    }
  }

  /** What it means to the payment; null if nothing. */
  private static PaymentEvent meaning(SagaEvent event, Payment payment) {
    var id = payment.id();
    if (event instanceof StepDone done) {
      return switch (done.step()) {
        case RESERVE -> new PaymentFundsReserved(id, done.at());
        case SUBMIT -> new PaymentSubmitted(id, done.reference(), done.at());
        default -> null;
      };
    }
    if (event instanceof StepWaits waits) {
      var news =
          waits.step().equals(SUBMIT)
              && waits.outcome() == Stage.UNKNOWN
              && payment.status() != PaymentStatus.UNKNOWN;
      return news ? new PaymentOutcomeUnknown(id, waits.at()) : null;
    }
    if (event instanceof CompensationRequested wish) {
      return wish.code().equals(CANCELLED)
          ? new PaymentCancellationRequested(id, wish.by(), wish.at())
          : null;
    }
    if (event instanceof SagaCompleted completed) {
      return new PaymentPaid(id, completed.at());
    }
    return event instanceof SagaCompensated ended ? end(ended, id) : null;
  }

  private static PaymentEvent end(SagaCompensated ended, UUID id) {
    if (ended.code().equals(CANCELLED) && ended.step() == null) {
      return new PaymentCancelled(id, ended.at());
    }
    return RESERVE.equals(ended.step()) || SUBMIT.equals(ended.step())
        ? new PaymentDeclined(id, ended.code(), ended.detail(), ended.at())
        : new PaymentFailed(id, ended.code(), ended.detail(), ended.at());
  }
}

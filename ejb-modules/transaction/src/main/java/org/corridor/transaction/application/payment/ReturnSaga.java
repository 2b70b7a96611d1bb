package org.corridor.transaction.application.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.corridor.transaction.application.Ledger;
import org.corridor.transaction.application.UnitOfWork;
import org.corridor.transaction.application.saga.SagaKind;
import org.corridor.transaction.application.saga.StepAction;
import org.corridor.transaction.application.saga.StepCall;
import org.corridor.transaction.domain.payment.Payment;
import org.corridor.transaction.domain.payment.PaymentEvent.PaymentReturned;
import org.corridor.transaction.domain.saga.SagaChange;
import org.corridor.transaction.domain.saga.SagaEvent.SagaCompleted;
import org.corridor.transaction.domain.saga.SagaPlan;
import org.corridor.transaction.domain.saga.Step;
import org.corridor.transaction.domain.saga.Step.OnRefusal;

/** The way of a payment that comes back: what was booked is booked back. */
@ApplicationScoped
public class ReturnSaga implements SagaKind {

  public static final String KIND = "payment-return";
  static final String AWAIT = "AWAIT_BOOKING";
  static final String BOOK_BACK = "BOOK_BACK";

  private static final Duration TIMEOUT = Duration.ofSeconds(12);
  private static final Duration UNDER_WAY_FOR = Duration.ofSeconds(60);
  private static final SagaPlan PLAN =
      new SagaPlan(
          KIND,
          List.of(
              new Step(AWAIT, TIMEOUT, UNDER_WAY_FOR, true, OnRefusal.STOP),
              new Step(BOOK_BACK, TIMEOUT, UNDER_WAY_FOR, true, OnRefusal.STOP)));

  private final UnitOfWork units;
  private final Payments payments;
  private final PaymentReturns returns;
  private final Map<String, StepAction> actions;

  /** For the container's proxy. */
  protected ReturnSaga() {
    this.units = null;
    this.payments = null;
    this.returns = null;
    this.actions = Map.of();
  }

  @Inject
  public ReturnSaga(UnitOfWork units, Payments payments, PaymentReturns returns, Ledger ledger) {
    this.units = units;
    this.payments = payments;
    this.returns = returns;
    this.actions =
        Map.of(
            AWAIT, new AwaitBooking(this::payment),
            BOOK_BACK, new BookReturn(ledger, this::payment));
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
      if (event instanceof SagaCompleted completed) {
        var payment = payments.find(change.after().subjectId()).orElseThrow();
        var why = returns.of(payment.id()).orElseThrow();
        payments.save(
            payment.change(
                new PaymentReturned(
                    payment.id(),
                    "processor-returned",
                    "It came back (" + why.code() + "): " + why.reason(),
                    completed.at())));
      }
    }
  }
}

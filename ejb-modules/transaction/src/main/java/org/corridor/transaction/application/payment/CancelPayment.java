package org.corridor.transaction.application.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.corridor.kernel.Caller;
import org.corridor.platform.audit.Concealed;
import org.corridor.transaction.application.MoveOutcome;
import org.corridor.transaction.application.TransactionAccess;
import org.corridor.transaction.application.TransactionClock;
import org.corridor.transaction.application.UnitOfWork;
import org.corridor.transaction.application.payment.PaymentOutcome.Made;
import org.corridor.transaction.application.payment.PaymentOutcome.Stopped;
import org.corridor.transaction.application.saga.SagaStarter;
import org.corridor.transaction.application.saga.Sagas;
import org.corridor.transaction.application.saga.WriteSaga;
import org.corridor.transaction.domain.payment.PaymentStatus;
import org.corridor.transaction.domain.saga.Steering;

/**
 * Cancels a payment that the processor has not got. Decided while its saga is held: of a
 * cancellation and a submission at the same instant one comes first, and the other is told.
 */
@ApplicationScoped
public class CancelPayment {

  private final UnitOfWork units;
  private final Payments payments;
  private final Sagas sagas;
  private final WriteSaga writing;
  private final SagaStarter starter;
  private final Clock clock;

  /** For the container's proxy. */
  protected CancelPayment() {
    this(null, null, null, null, null, null);
  }

  @Inject
  public CancelPayment(
      UnitOfWork units,
      Payments payments,
      Sagas sagas,
      WriteSaga writing,
      SagaStarter starter,
      @TransactionClock Clock clock) {
    this.units = units;
    this.payments = payments;
    this.sagas = sagas;
    this.writing = writing;
    this.starter = starter;
    this.clock = clock;
  }

  /** The same wish again is answered with how the payment is then. */
  public PaymentOutcome cancel(Caller caller, UUID id) {
    var outcome = units.within(() -> decide(caller, id));
    if (outcome instanceof Made) {
      starter.soon(id);
    }
    return outcome;
  }

  private PaymentOutcome decide(Caller caller, UUID id) {
    var saga = sagas.hold(id);
    var payment =
        payments
            .find(id)
            .filter(
                found ->
                    Concealed.unless(TransactionAccess.sees(caller, found), caller, "payment", id));
    if (saga.isEmpty() || payment.isEmpty()) {
      return new Stopped(new MoveOutcome.NotFound());
    }
    var steering =
        writing
            .rules(PaymentSaga.KIND)
            .compensate(
                saga.get(),
                PaymentSaga.CANCELLED,
                "The payment was cancelled.",
                caller.subject(),
                clock.instant());
    if (steering instanceof Steering.Steered steered) {
      writing.save(steered.change());
      return new Made(payments.find(id).orElseThrow(), false);
    }
    if (steering instanceof Steering.TooLate) {
      return new Stopped(
          new MoveOutcome.Conflict(
              "payment-submitted", "The processor has it, or may have: it is too late."));
    }
    return payment.get().status() == PaymentStatus.CANCELLED
        ? new Made(payment.get(), true)
        : new Stopped(
            new MoveOutcome.Conflict(
                "payment-ended", "It has come to its end: " + payment.get().status() + "."));
  }
}

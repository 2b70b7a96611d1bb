package org.corridor.transaction.application.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.corridor.transaction.application.TransactionClock;
import org.corridor.transaction.application.UnitOfWork;
import org.corridor.transaction.application.payment.PaymentProcessor.ReturnedSubmission;
import org.corridor.transaction.application.saga.WriteSaga;
import org.corridor.transaction.domain.Making;
import org.corridor.transaction.domain.Transaction;
import org.corridor.transaction.domain.saga.StepIds;

/**
 * Asks the processor what has come back, and begins a saga for each. Any number of replicas may do
 * so at once: each return is taken once.
 */
@ApplicationScoped
public class TakeReturns {

  private static final Logger LOG = Logger.getLogger(TakeReturns.class.getName());
  private static final int AT_ONCE = 100;
  private static final String RETURN = "RETURN";

  private final UnitOfWork units;
  private final PaymentProcessor processor;
  private final PaymentReturns returns;
  private final Payments payments;
  private final WriteSaga sagas;
  private final Clock clock;

  /** For the container's proxy. */
  protected TakeReturns() {
    this(null, null, null, null, null, null);
  }

  @Inject
  public TakeReturns(
      UnitOfWork units,
      PaymentProcessor processor,
      PaymentReturns returns,
      Payments payments,
      WriteSaga sagas,
      @TransactionClock Clock clock) {
    this.units = units;
    this.processor = processor;
    this.returns = returns;
    this.payments = payments;
    this.sagas = sagas;
    this.clock = clock;
  }

  /**
   * Takes on one batch.
   *
   * @return how many have come back that nobody had taken
   * @throws ProcessorUnavailable if the processor does not say
   */
  public int takeOnce() {
    if (!processor.isThere()) {
      return 0;
    }
    var last = units.within(returns::last);
    var taken = 0;
    for (var returned : processor.returns(last, AT_ONCE)) {
      if (units.within(() -> take(returned))) {
        taken++;
      }
    }
    return taken;
  }

  private boolean take(ReturnedSubmission returned) {
    var payment = payments.bySubmission(returned.submissionId());
    var id = payment.map(found -> found.id()).orElse(null);
    if (!returns.take(returned, id)) {
      return false;
    }
    if (payment.isEmpty()) {
      LOG.log(
          Level.SEVERE, "came back, and was never sent from here: {0}", returned.submissionId());
      return true;
    }
    if (returns.of(id).filter(first -> first.number() != returned.number()).isPresent()) {
      LOG.log(Level.SEVERE, "came back twice: payment {0}", id);
      return true;
    }
    var making =
        new Making(Transaction.PLATFORM, clock.instant(), payment.get().making().correlationId());
    sagas.start(sagaOf(id), ReturnSaga.KIND, id, making);
    return true;
  }

  /** A payment comes back once. */
  static UUID sagaOf(UUID paymentId) {
    return StepIds.of(paymentId, RETURN);
  }
}

package org.corridor.transaction.application.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.corridor.contracts.account.LedgerUnavailable;
import org.corridor.platform.id.Ids;
import org.corridor.platform.idempotency.Claim;
import org.corridor.transaction.application.MoveOutcome;
import org.corridor.transaction.application.MoveRequest;
import org.corridor.transaction.application.RequestKey;
import org.corridor.transaction.application.RequestKeys;
import org.corridor.transaction.application.TransactionClock;
import org.corridor.transaction.application.UnitOfWork;
import org.corridor.transaction.application.payment.CheckPayment.Checked;
import org.corridor.transaction.application.payment.PaymentOutcome.Made;
import org.corridor.transaction.application.payment.PaymentOutcome.Stopped;
import org.corridor.transaction.application.saga.SagaStarter;
import org.corridor.transaction.application.saga.WriteSaga;
import org.corridor.transaction.domain.Making;
import org.corridor.transaction.domain.payment.Instruction;
import org.corridor.transaction.domain.payment.Payment;

/**
 * Takes on a payment: its key is claimed, its share of the day's limit reserved, and it is written
 * with its saga, all in one unit of work. Nobody has been asked for anything by then.
 */
@ApplicationScoped
public class MakePayment {

  private static final String SUBJECT = "payment/";

  private final UnitOfWork units;
  private final CheckPayment checking;
  private final RequestKeys keys;
  private final PaymentLimits limits;
  private final Payments payments;
  private final WriteSaga sagas;
  private final SagaStarter starter;
  private final Clock clock;

  /** For the container's proxy. */
  protected MakePayment() {
    this(null, null, null, null, null, null, null, null);
  }

  @Inject
  public MakePayment(
      UnitOfWork units,
      CheckPayment checking,
      RequestKeys keys,
      PaymentLimits limits,
      Payments payments,
      WriteSaga sagas,
      SagaStarter starter,
      @TransactionClock Clock clock) {
    this.units = units;
    this.checking = checking;
    this.keys = keys;
    this.limits = limits;
    this.payments = payments;
    this.sagas = sagas;
    this.starter = starter;
    this.clock = clock;
  }

  /**
   * What stands in the way is told only to a request that was not answered before.
   *
   * @throws LedgerUnavailable if not even the accounts can be looked up; nothing was written
   */
  public PaymentOutcome make(MoveRequest request, PaymentOrder order) {
    Checked checked;
    try {
      checked = checking.check(request.caller(), order);
    } catch (LedgerUnavailable e) {
      return answeredBefore(request.key()).orElseThrow(() -> e);
    }
    if (checked.instruction() == null) {
      return answeredBefore(request.key()).orElse(new Stopped(checked.why()));
    }
    var outcome = units.within(() -> open(request, checked.instruction()));
    if (outcome instanceof Made made && !made.replayed()) {
      starter.soon(made.payment().id());
    }
    return outcome;
  }

  private PaymentOutcome open(MoveRequest request, Instruction instruction) {
    var known = known(request.key());
    if (known.isPresent()) {
      return known.get();
    }
    var caller = request.caller();
    var making = new Making(caller.subject(), clock.instant(), request.correlationId());
    var refused = limits.reserve(caller, instruction, making.at());
    if (refused.isPresent()) {
      return new Stopped(refused.get());
    }
    var created = Payment.create(Ids.next(), instruction, making);
    var id = created.after().id();
    payments.add(created);
    keys.keep(request.key(), SUBJECT + id);
    sagas.start(id, PaymentSaga.KIND, id, making);
    return new Made(created.after(), false);
  }

  private Optional<PaymentOutcome> answeredBefore(RequestKey key) {
    return units.within(() -> known(key));
  }

  private Optional<PaymentOutcome> known(RequestKey key) {
    var claim = keys.claim(key);
    if (claim instanceof Claim.Fresh) {
      return Optional.empty();
    }
    if (claim instanceof Claim.OtherRequest) {
      return Optional.of(new Stopped(new MoveOutcome.KeyReused()));
    }
    if (claim instanceof Claim.StillRunning) {
      return Optional.of(new Stopped(new MoveOutcome.KeyInUse()));
    }
    if (claim instanceof Claim.Begun begun) {
      var id = UUID.fromString(begun.subject().substring(SUBJECT.length()));
      var first = Payment.fold(payments.history(id).subList(0, 1));
      return Optional.of(new Made(first, true));
    }
    throw new IllegalStateException("every key of this context begins something");
  }
}

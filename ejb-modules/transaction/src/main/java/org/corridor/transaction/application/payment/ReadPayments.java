package org.corridor.transaction.application.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.corridor.kernel.Caller;
import org.corridor.platform.audit.Concealed;
import org.corridor.transaction.application.TransactionAccess;
import org.corridor.transaction.application.UnitOfWork;
import org.corridor.transaction.domain.payment.Payment;
import org.corridor.transaction.domain.payment.PaymentTransition;

/** Shows a caller the payments that it may see. */
@ApplicationScoped
public class ReadPayments {

  private final UnitOfWork units;
  private final Payments payments;

  /** For the container's proxy. */
  protected ReadPayments() {
    this(null, null);
  }

  @Inject
  public ReadPayments(UnitOfWork units, Payments payments) {
    this.units = units;
    this.payments = payments;
  }

  /** Empty if there is no such payment, or the caller may not see it. */
  public Optional<Payment> find(Caller caller, UUID id) {
    return units.within(() -> visible(caller, id));
  }

  /** Its transitions, oldest first; empty as {@link #find}. */
  public Optional<List<PaymentTransition>> history(Caller caller, UUID id) {
    return units.within(
        () -> visible(caller, id).map(found -> PaymentTransition.of(payments.history(id))));
  }

  /** The newest first; the reach of the query is the caller's. */
  public List<Payment> list(PaymentQuery query, int limit) {
    return units.within(() -> payments.list(query, limit));
  }

  private Optional<Payment> visible(Caller caller, UUID id) {
    return payments
        .find(id)
        .filter(
            payment ->
                Concealed.unless(TransactionAccess.sees(caller, payment), caller, "payment", id));
  }
}

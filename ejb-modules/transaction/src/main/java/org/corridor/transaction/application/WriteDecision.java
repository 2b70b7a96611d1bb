package org.corridor.transaction.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.corridor.transaction.application.Opening.Opened;
import org.corridor.transaction.domain.Change;
import org.corridor.transaction.domain.Transaction;

/** Writes an approval with the order that follows from it, or a rejection with its consequences. */
@ApplicationScoped
public class WriteDecision {

  private final Consequences consequences;
  private final PendingOrders orders;
  private final ReconcileSettings settings;

  /** For the container's proxy. */
  protected WriteDecision() {
    this(null, null, null);
  }

  @Inject
  public WriteDecision(
      Consequences consequences, PendingOrders orders, ReconcileSettings settings) {
    this.consequences = consequences;
    this.orders = orders;
    this.settings = settings;
  }

  Opened write(Transaction before, Change change) {
    consequences.write(before, change);
    var after = change.after();
    if (!after.status().awaitsLedger()) {
      return new Opened(after, Optional.empty());
    }
    var now = after.changedAt();
    return new Opened(
        after, Optional.of(orders.open(after.id(), now, now.plus(settings.patience()))));
  }
}

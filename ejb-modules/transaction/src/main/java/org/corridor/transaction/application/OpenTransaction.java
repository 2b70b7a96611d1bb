package org.corridor.transaction.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.corridor.platform.idempotency.Claim;
import org.corridor.transaction.application.Opening.Opened;
import org.corridor.transaction.domain.ApprovalReason;
import org.corridor.transaction.domain.Making;
import org.corridor.transaction.domain.Movement;
import org.corridor.transaction.domain.Transaction;

/**
 * The first step of a transaction that comes alone: its key is claimed, it is written, and the
 * order to the ledger is noted, all in the unit of work of the caller. Limited movements begin at
 * the {@link Desk}.
 */
@ApplicationScoped
public class OpenTransaction {

  private final Transactions transactions;
  private final RequestKeys keys;
  private final PendingOrders orders;
  private final ReconcileSettings settings;
  private final OutcomeMeter meter;

  /** For the container's proxy. */
  protected OpenTransaction() {
    this(null, null, null, null, null);
  }

  @Inject
  public OpenTransaction(
      Transactions transactions,
      RequestKeys keys,
      PendingOrders orders,
      ReconcileSettings settings,
      OutcomeMeter meter) {
    this.transactions = transactions;
    this.keys = keys;
    this.orders = orders;
    this.settings = settings;
    this.meter = meter;
  }

  /** The answer to a request that is known already; empty if the key is claimed by this one. */
  Optional<MoveOutcome> known(RequestKey key) {
    var claim = keys.claim(key);
    if (claim instanceof Claim.Fresh) {
      return Optional.empty();
    }
    if (claim instanceof Claim.OtherRequest) {
      return Optional.of(new MoveOutcome.KeyReused());
    }
    if (claim instanceof Claim.StillRunning) {
      return Optional.of(new MoveOutcome.KeyInUse());
    }
    if (claim instanceof Claim.Begun begun) {
      return Optional.of(firstAnswer(keys.transactionOf(begun.subject())));
    }
    throw new IllegalStateException("every key of this context begins a transaction");
  }

  /** Writes a new transaction under a key that {@link #known} has claimed. */
  Opened open(
      UUID id,
      RequestKey key,
      Movement movement,
      Making making,
      Optional<ApprovalReason> approval) {
    var change = Transaction.create(id, movement, making, approval);
    var transaction = change.after();
    transactions.add(change);
    keys.begin(key, id);
    if (transaction.status().awaitsLedger()) {
      var now = making.at();
      var attempt = orders.open(id, now, now.plus(settings.patience()));
      return new Opened(transaction, Optional.of(attempt));
    }
    meter.count(movement.kind(), transaction.status());
    return new Opened(transaction, Optional.empty());
  }

  /** The transaction as it was told first, though it may have moved on since. */
  private MoveOutcome firstAnswer(UUID id) {
    return Transaction.firstTold(transactions.history(id))
        .<MoveOutcome>map(told -> new MoveOutcome.Made(told, true))
        .orElseGet(MoveOutcome.KeyInUse::new);
  }
}

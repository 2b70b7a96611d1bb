package org.corridor.transaction.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.corridor.transaction.domain.Change;

/**
 * Ends what nobody has decided on for too long: it would hold its share of the day's limit for
 * ever, and an approval long after would surprise its maker. Any number of replicas may do so at
 * once, while others decide: each transaction is ended in a unit of work of its own, by whoever
 * holds its row.
 */
@ApplicationScoped
public class ExpireApprovals {

  private static final Logger LOG = Logger.getLogger(ExpireApprovals.class.getName());

  private final UnitOfWork units;
  private final AwaitingApproval waiting;
  private final Transactions transactions;
  private final Consequences consequences;
  private final ApprovalSettings settings;
  private final Clock clock;

  /** For the container's proxy. */
  protected ExpireApprovals() {
    this(null, null, null, null, null, null);
  }

  @Inject
  public ExpireApprovals(
      UnitOfWork units,
      AwaitingApproval waiting,
      Transactions transactions,
      Consequences consequences,
      ApprovalSettings settings,
      @TransactionClock Clock clock) {
    this.units = units;
    this.waiting = waiting;
    this.transactions = transactions;
    this.consequences = consequences;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Takes on one batch. One that cannot be ended does not stop the others.
   *
   * @return how many were ended
   */
  public int expireOnce() {
    var limit = clock.instant().minus(settings.expiresAfter());
    var overdue = units.within(() -> waiting.since(limit, settings.batch()));
    return (int) overdue.stream().filter(this::expireOrLog).count();
  }

  private boolean expireOrLog(UUID id) {
    try {
      return units.within(() -> waiting.take(id) && expireHeld(id));
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "transaction " + id + " has waited too long, but does not expire", e);
      return false;
    }
  }

  private boolean expireHeld(UUID id) {
    var before = transactions.hold(id).orElseThrow();
    if (before.expire(clock.instant()) instanceof Change change) {
      consequences.write(before, change);
      return true;
    }
    return false;
  }
}

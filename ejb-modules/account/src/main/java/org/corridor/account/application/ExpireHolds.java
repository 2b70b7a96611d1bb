package org.corridor.account.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.corridor.account.domain.ledger.HoldExpiry;
import org.corridor.account.domain.ledger.Outcome;

/** Frees what is left of the holds whose time has come; every replica may do it at once. */
@ApplicationScoped
public class ExpireHolds {

  private static final Logger LOG = Logger.getLogger(ExpireHolds.class.getName());
  private static final int BATCH_SIZE = 500;

  private final LedgerRecords records;
  private final Ledger ledger;
  private final Clock clock;

  public ExpireHolds(LedgerRecords records, Ledger ledger, Clock clock) {
    this.records = records;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Inject
  public ExpireHolds(LedgerRecords records, Ledger ledger) {
    this(records, ledger, Clock.systemUTC());
  }

  /** For the container's proxy. */
  protected ExpireHolds() {
    this(null, null, null);
  }

  /**
   * Waits for the ledger; to be called outside of any transaction.
   *
   * @param correlationId of this run
   * @return how many have expired by it
   */
  public int expireDue(String correlationId) {
    var total = 0;
    while (true) {
      var due = records.dueHolds(clock.instant(), BATCH_SIZE);
      var answers = new ArrayList<CompletableFuture<Outcome>>(due.size());
      for (var hold : due) {
        answers.add(ledger.submit(new HoldExpiry(hold.id(), hold.accountId(), correlationId)));
      }
      var expired = (int) answers.stream().filter(ExpireHolds::hasExpired).count();
      total += expired;
      // a full page may have more behind it; one on which nothing moved would come again for ever
      if (due.size() < BATCH_SIZE || expired == 0) {
        return total;
      }
    }
  }

  /** One that fails is due again in the next run. */
  private static boolean hasExpired(CompletableFuture<Outcome> answer) {
    try {
      return answer.join() instanceof Outcome.HoldExpired;
    } catch (CompletionException e) {
      LOG.log(Level.WARNING, "a hold could not be expired yet", e);
      return false;
    }
  }
}

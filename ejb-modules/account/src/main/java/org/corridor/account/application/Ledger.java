package org.corridor.account.application;

import java.util.concurrent.CompletableFuture;
import org.corridor.account.domain.ledger.LedgerCommand;
import org.corridor.account.domain.ledger.Outcome;

/** Takes commands for the ledger and answers each when its outcome is durable. */
public interface Ledger {

  /**
   * Asks the ledger. The future is completed by the thread that posts for everybody, so whatever
   * depends on it must run elsewhere ({@code ...Async}).
   *
   * <p>It completes exceptionally with {@link LedgerBusy} or {@link LedgerFailed}, when nothing was
   * done; or with {@link LedgerOutcomeUnknown}, when only the same command, given again, can tell.
   */
  CompletableFuture<Outcome> submit(LedgerCommand command);
}

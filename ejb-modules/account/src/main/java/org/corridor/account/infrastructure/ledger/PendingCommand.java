package org.corridor.account.infrastructure.ledger;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.corridor.account.domain.ledger.LedgerCommand;
import org.corridor.account.domain.ledger.Outcome;

/** A command and the future that its caller waits on. */
record PendingCommand(
    LedgerCommand command, CompletableFuture<Outcome> answer, long submittedNanos) {

  static PendingCommand of(LedgerCommand command) {
    return new PendingCommand(command, new CompletableFuture<>(), System.nanoTime());
  }

  Duration waited() {
    return Duration.ofNanos(System.nanoTime() - submittedNanos);
  }

  /** True if the caller has given up: nobody would learn the outcome. */
  boolean isAbandoned() {
    return answer.isDone();
  }
}

package org.corridor.account.infrastructure.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.corridor.account.application.Ledger;
import org.corridor.account.application.LedgerBusy;
import org.corridor.account.application.LedgerFailed;
import org.corridor.account.application.LedgerOutcomeUnknown;
import org.corridor.account.domain.ledger.LedgerCommand;
import org.corridor.account.domain.ledger.Outcome;
import org.corridor.platform.groupcommit.Busy;
import org.corridor.platform.groupcommit.GroupCommit;
import org.corridor.platform.groupcommit.NothingDone;
import org.corridor.platform.groupcommit.OutcomeUnknown;
import org.eclipse.microprofile.config.ConfigProvider;

/** The queue that the requests of this server share; {@link PosterThreads} empty it. */
@ApplicationScoped
public class QueuedLedger implements Ledger {

  private final GroupCommit<LedgerCommand, Outcome> group;

  /** As configured. */
  public QueuedLedger() {
    this(GroupCommit.Settings.from(ConfigProvider.getConfig(), "corridor.account", 10_000, 1));
  }

  QueuedLedger(GroupCommit.Settings settings) {
    this.group = new GroupCommit<>(settings, LedgerCommand::size);
  }

  /** What can never be accepted takes nobody's place in the queue. */
  @Override
  public CompletableFuture<Outcome> submit(LedgerCommand command) {
    var fault = command.fault();
    return fault.isPresent()
        ? CompletableFuture.completedFuture(new Outcome.Refused(fault.get()))
        : group.submit(command).handle(QueuedLedger::inWordsOfTheLedger);
  }

  GroupCommit<LedgerCommand, Outcome> group() {
    return group;
  }

  private static Outcome inWordsOfTheLedger(Outcome outcome, Throwable failure) {
    if (failure == null) {
      return outcome;
    }
    var cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause instanceof Busy) {
      throw new LedgerBusy("the ledger takes no more: " + cause.getMessage());
    }
    if (cause instanceof NothingDone) {
      throw new LedgerFailed("the ledger's database failed", cause.getCause());
    }
    if (cause instanceof OutcomeUnknown) {
      throw new LedgerOutcomeUnknown("the ledger did not answer", cause);
    }
    throw new CompletionException(cause);
  }
}

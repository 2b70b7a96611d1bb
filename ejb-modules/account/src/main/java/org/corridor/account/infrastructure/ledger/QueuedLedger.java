package org.corridor.account.infrastructure.ledger;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import org.corridor.account.application.Ledger;
import org.corridor.account.domain.ledger.LedgerCommand;
import org.corridor.account.domain.ledger.Outcome;

/** The queue that the requests of this server share; {@link PosterThreads} empty it. */
@ApplicationScoped
public class QueuedLedger implements Ledger {

  private CommandQueue queue;

  @PostConstruct
  void open() {
    var settings = LedgerSettings.current();
    queue = new CommandQueue(settings.queueCapacity(), settings.answerTimeout());
  }

  @Override
  public CompletableFuture<Outcome> submit(LedgerCommand command) {
    return queue.submit(command);
  }

  CommandQueue queue() {
    return queue;
  }
}

package org.corridor.account.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import org.corridor.account.domain.ledger.Outcome;
import org.corridor.account.domain.ledger.Posting;
import org.corridor.account.domain.ledger.PostingBatch;

/** Posts journals; who may ask for it was checked by whoever asks. */
@ApplicationScoped
public class PostJournal {

  private final Ledger ledger;

  @Inject
  public PostJournal(Ledger ledger) {
    this.ledger = ledger;
  }

  /** For the container's proxy. */
  protected PostJournal() {
    this(null);
  }

  /** As {@link Ledger#submit} says. */
  public CompletableFuture<Outcome> post(Posting posting) {
    return ledger.submit(posting);
  }

  /** As {@link Ledger#submit} says. */
  public CompletableFuture<Outcome> postAll(PostingBatch batch) {
    return ledger.submit(batch);
  }
}

package org.corridor.account.domain.ledger;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A request to post many journals, one after the other with nothing in between. Given again it is
 * idempotent as its postings are: by their ids.
 *
 * @param allOrNothing true if none shall be posted unless all can be
 */
public record PostingBatch(List<Posting> postings, boolean allOrNothing, String correlationId)
    implements LedgerCommand {

  public static final int MAX_POSTINGS = 5_000;

  public PostingBatch {
    Objects.requireNonNull(correlationId, "correlationId");
    postings = List.copyOf(postings);
  }

  @Override
  public Set<UUID> accountIds() {
    var ids = new HashSet<UUID>();
    postings.forEach(posting -> posting.legs().forEach(leg -> ids.add(leg.accountId())));
    return ids;
  }

  @Override
  public int size() {
    return Math.max(1, postings.size());
  }

  /** Of the batch as such; a posting that is at fault is refused by itself. */
  @Override
  public Optional<Refusal> fault() {
    if (postings.isEmpty() || postings.size() > MAX_POSTINGS) {
      return Optional.of(
          new Refusal.PostingMalformed("A batch has 1 to " + MAX_POSTINGS + " postings."));
    }
    var seen = new HashSet<UUID>();
    for (var posting : postings) {
      if (!seen.add(posting.id())) {
        return Optional.of(
            new Refusal.PostingMalformed(
                "A posting appears once in a batch: " + posting.id() + "."));
      }
    }
    return Optional.empty();
  }
}

package org.corridor.transaction.domain;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a command led to: the transaction as it is now, and what happened to it, to be written
 * together.
 */
public record Change(Transaction after, List<TransactionEvent> events)
    implements DecisionOutcome, SettlementOutcome, ReversalOutcome {

  public Change {
    events = List.copyOf(events);
  }

  /** This and what happened next, as one. */
  Change then(Change next) {
    return new Change(next.after, Stream.concat(events.stream(), next.events.stream()).toList());
  }
}

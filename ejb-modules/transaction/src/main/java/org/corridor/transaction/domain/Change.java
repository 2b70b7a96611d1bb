package org.corridor.transaction.domain;

import java.util.List;

/**
 * What a command led to: the transaction as it is now, and what happened to it, to be written
 * together.
 */
public record Change(Transaction after, List<TransactionEvent> events)
    implements DecisionOutcome, SettlementOutcome, ReversalOutcome {

  public Change {
    events = List.copyOf(events);
  }
}

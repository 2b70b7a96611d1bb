package org.corridor.transaction.domain;

import java.util.UUID;

/** What became of the wish to undo a transaction. */
public sealed interface ReversalOutcome
    permits Change,
        ReversalOutcome.AlreadyReversed,
        ReversalOutcome.InProgress,
        ReversalOutcome.NotPaid,
        ReversalOutcome.IsReversal {

  record AlreadyReversed(UUID reversalId) implements ReversalOutcome {}

  /** Another reversal is under way; if it fails, a new one may be tried. */
  record InProgress(UUID reversalId) implements ReversalOutcome {}

  /** There is nothing to undo. */
  record NotPaid(Status status) implements ReversalOutcome {}

  /** A reversal is not undone: what shall move again is a new transaction. */
  record IsReversal() implements ReversalOutcome {}
}

package org.corridor.transaction.domain;

/** What became of an approval or a rejection. */
public sealed interface DecisionOutcome permits Change, DecisionOutcome.NotAwaitingApproval {

  /** Nothing is to be decided: it was decided before, or never had to be. */
  record NotAwaitingApproval(Status status) implements DecisionOutcome {}
}

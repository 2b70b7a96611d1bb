package org.corridor.transaction.domain;

/** What became of an approval, a rejection, or the wait for one. */
public sealed interface DecisionOutcome permits Change, DecisionOutcome.NotAwaitingApproval {

  /** Nothing is to be decided: it was decided before, or never had to be. */
  record NotAwaitingApproval(Status status) implements DecisionOutcome {}
}

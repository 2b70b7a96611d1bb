package org.corridor.transaction.domain;

/** What became of the ledger's answer. */
public sealed interface SettlementOutcome permits Change, SettlementOutcome.AlreadyKnown {

  /** The transaction has taken this answer, or a better one, before. */
  record AlreadyKnown(Status status) implements SettlementOutcome {}
}

package org.corridor.transaction.domain;

/** Where a transaction stands; its life cycle is told by {@link Transaction}. */
public enum Status {
  CREATED,
  AWAITING_APPROVAL,
  APPROVED,
  UNKNOWN,
  PAID,
  DECLINED,
  CANCELLED,
  EXPIRED,
  REVERSED;

  /** True while the ledger was, or is about to be, ordered to post, and its answer is not known. */
  public boolean awaitsLedger() {
    return this == CREATED || this == APPROVED || this == UNKNOWN;
  }

  /** True if the money did move, even if it moved back later. */
  public boolean hasMoved() {
    return this == PAID || this == REVERSED;
  }
}

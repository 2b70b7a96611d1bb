package org.corridor.transaction.domain;

/** What a transaction is for. */
public enum Kind {
  /** From one client's account to another account of the platform. */
  TRANSFER,
  /** Cash taken in by a branch. */
  DEPOSIT,
  /** Cash paid out by a branch. */
  WITHDRAWAL,
  /** Undoes one paid transaction, wholly. */
  REVERSAL
}

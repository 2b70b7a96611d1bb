package org.corridor.account.application;

import java.util.Objects;
import java.util.UUID;

/**
 * Something in the ledger that cannot be if nobody has tampered with it and nothing is broken.
 *
 * @param batch which it is about; null if none, or not known
 * @param journalId likewise
 * @param accountId likewise
 * @param seq the entry of the account; null if it is about no single one
 * @param detail for people
 */
public record LedgerProblem(
    Kind kind, Long batch, UUID journalId, UUID accountId, Long seq, String detail) {

  /** What is wrong. */
  public enum Kind {
    /** A number is left out in the chain, or the chain has lost its beginning. */
    SEAL_MISSING,
    /** A seal does not follow from the one before it and its batch. */
    SEAL_BROKEN,
    /** A sealed batch is not there any more. */
    BATCH_MISSING,
    /** A batch has been passed over by the chain. */
    BATCH_NOT_SEALED,
    /** What the batch has booked is not what its hash says. */
    BATCH_CHANGED,
    /** The journal is not what its event says. */
    JOURNAL_CHANGED,
    /** There is its event, but no journal. */
    JOURNAL_MISSING,
    /** The journal belongs to no batch. */
    JOURNAL_NOT_CHAINED,
    /** Its entries do not sum to zero. */
    JOURNAL_UNBALANCED,
    /** The entry belongs to no journal, or not at this time. */
    ENTRY_WITHOUT_JOURNAL,
    /** The numbers of the account's entries have a gap, or go against the time. */
    ENTRY_SEQUENCE,
    /** The balance after the entry is not the one before and its amount. */
    RUNNING_BALANCE,
    /** The balance of the account is not the sum of its entries. */
    BALANCE,
    /** What is held on the account is not the sum of its active holds. */
    HELD
  }

  public LedgerProblem {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(detail, "detail");
  }

  public static LedgerProblem ofBatch(Kind kind, Long batch, String detail) {
    return new LedgerProblem(kind, batch, null, null, null, detail);
  }

  public static LedgerProblem ofJournal(Kind kind, Long batch, UUID journalId, String detail) {
    return new LedgerProblem(kind, batch, journalId, null, null, detail);
  }

  public static LedgerProblem ofAccount(Kind kind, UUID accountId, Long seq, String detail) {
    return new LedgerProblem(kind, null, null, accountId, seq, detail);
  }
}

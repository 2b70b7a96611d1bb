package org.corridor.account.domain.ledger;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Something asked of the ledger. Each has an id of its caller's and can be given again: it has its
 * effect once.
 */
public sealed interface LedgerCommand
    permits Posting, PostingBatch, HoldPlacement, HoldRelease, HoldExpiry {

  /** The accounts that must be held locked while it is decided. */
  Set<UUID> accountIds();

  /** The request that it came with. */
  String correlationId();

  /** How many single commands it weighs as much as. */
  default int size() {
    return 1;
  }

  /** Why it can never be accepted, whatever the accounts hold; empty if it is well-formed. */
  Optional<Refusal> fault();
}

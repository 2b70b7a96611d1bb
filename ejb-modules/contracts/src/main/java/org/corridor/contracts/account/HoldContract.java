package org.corridor.contracts.account;

import java.util.Optional;
import java.util.UUID;

/**
 * Money of accounts that is set aside until a posting captures it ({@link PostingOrder#captures}).
 * In the EAR it is looked up as {@code
 * java:app/corridor-account/Holds!org.corridor.contracts.account.HoldContract}; over HTTP it is
 * {@code /api/account/v1/accounts/{id}/holds}. Never called inside of a transaction of the
 * caller's; every call fails with {@link LedgerUnavailable} if it is not known what became of it.
 */
public interface HoldContract {

  /**
   * Reserves the money. Put again with the same content, it is answered as the hold is now; with
   * other content it is refused with {@code hold-id-reused}.
   */
  HoldAnswer place(HoldOrder order);

  /** Gives up what a hold still reserves; done again, it stays so. */
  HoldAnswer release(UUID accountId, UUID holdId, String correlationId);

  /** How it is now; empty if the account has no such hold. */
  Optional<HoldAnswer> hold(UUID accountId, UUID holdId);
}

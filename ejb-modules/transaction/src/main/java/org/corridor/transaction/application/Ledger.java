package org.corridor.transaction.application;

import org.corridor.contracts.account.LedgerContract;

/**
 * The ledger as this context reaches it: on this server or over HTTP, the contract is the same.
 * Whatever goes wrong on the way comes as {@link org.corridor.contracts.account.LedgerUnavailable}.
 * Never called inside of a {@link UnitOfWork}.
 */
public interface Ledger extends LedgerContract {}

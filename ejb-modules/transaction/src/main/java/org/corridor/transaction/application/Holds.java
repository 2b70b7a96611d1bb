package org.corridor.transaction.application;

import org.corridor.contracts.account.HoldContract;

/** Holds as this context reaches them, in the way of the {@link Ledger}. */
public interface Holds extends HoldContract {}

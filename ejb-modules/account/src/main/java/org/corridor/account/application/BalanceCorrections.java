package org.corridor.account.application;

import java.util.UUID;

/** Sets balances to what the entries say. */
public interface BalanceCorrections {

  /**
   * Locks the balance, adds up the entries and holds of the account again, and, if they disagree,
   * corrects it, with an event. Nothing is done if the entries contradict each other: then it is
   * not known what is right.
   *
   * @return false if there was nothing to correct, or nothing that could be
   */
  boolean correct(UUID accountId, LedgerCheck check);
}

package org.corridor.account.application;

import java.util.List;
import java.util.UUID;

/** Reads the whole ledger as of one moment, while it goes on; outside of any transaction. */
public interface LedgerAudit {

  /** Of the chain, all journals and entries, and all balances. */
  CheckReport verify();

  /** Of all balances, computed anew from the entries and holds. */
  BalanceComparison compareBalances();

  /**
   * @param differing accounts that disagree, at most {@link #MAX_DIFFERING}
   */
  record BalanceComparison(CheckReport report, List<UUID> differing) {

    public static final int MAX_DIFFERING = 10_000;

    public BalanceComparison {
      differing = List.copyOf(differing);
    }
  }
}

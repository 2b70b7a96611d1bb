package org.corridor.account.application;

import java.util.List;
import java.util.Map;

/**
 * What a check of the ledger has found, as of one moment.
 *
 * @param chain null if the chain was not looked at
 * @param accounts how many were compared with their entries
 * @param sums of all entries by currency, in minor units: each must be zero; null if not added up
 * @param problemCount of all problems
 * @param problems the first of them, at most {@link #MAX_PROBLEMS}
 * @param corrected accounts whose balances were set to what the entries say
 */
public record CheckReport(
    Chain chain,
    long accounts,
    Map<String, String> sums,
    long problemCount,
    List<LedgerProblem> problems,
    long corrected) {

  public static final int MAX_PROBLEMS = 100;

  public CheckReport {
    sums = sums == null ? null : Map.copyOf(sums);
    problems = List.copyOf(problems);
  }

  public boolean foundNothing() {
    return problemCount == 0;
  }

  /**
   * How far the hash chain goes.
   *
   * @param seals how many there are
   * @param head the hash of the last in hexadecimal: whoever keeps it elsewhere can tell later
   *     whether the chain up to there has been written anew
   * @param unsealedBatches that were committed too shortly ago
   * @param journalsBefore that were booked before there was a chain
   */
  public record Chain(
      long seals,
      String head,
      long batches,
      long unsealedBatches,
      long journals,
      long journalsBefore,
      long entries) {}
}

package org.corridor.account.application;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Whether the balances are what the entries and the holds say.
 *
 * @param entries how many there are
 * @param sums of all entries, in minor units by currency: each must be zero
 * @param mismatches accounts that disagree, at most {@link #MAX_MISMATCHES}
 */
public record Verification(long entries, Map<String, BigInteger> sums, List<Mismatch> mismatches) {

  public static final int MAX_MISMATCHES = 100;

  public Verification {
    sums = Map.copyOf(sums);
    mismatches = List.copyOf(mismatches);
  }

  public boolean isSound() {
    return mismatches.isEmpty() && sums.values().stream().allMatch(sum -> sum.signum() == 0);
  }

  /**
   * An account whose balance row is not what its entries and holds add up to, in minor units.
   *
   * @param lastSeq the number of its latest entry
   * @param entriesCount how many it has
   */
  public record Mismatch(
      UUID accountId,
      long booked,
      BigInteger entriesSum,
      long held,
      BigInteger holdsSum,
      long lastSeq,
      long entriesCount) {}
}

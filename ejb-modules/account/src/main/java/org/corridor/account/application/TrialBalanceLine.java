package org.corridor.account.application;

import java.math.BigInteger;

/**
 * The balances of all accounts in one currency, in its minor units. Their number is not bounded, so
 * neither are the sums.
 *
 * @param debits the sum of the balances below zero
 * @param credits the sum of the balances above zero
 */
public record TrialBalanceLine(
    String currency, long accounts, BigInteger debits, BigInteger credits) {

  public BigInteger difference() {
    return credits.add(debits);
  }
}

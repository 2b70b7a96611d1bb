package org.corridor.transaction.domain.payment;

import java.util.Objects;
import org.corridor.transaction.domain.Side;

/**
 * Who pays.
 *
 * @param number of the account, for people
 */
public record Debtor(Side side, String number) {
  public Debtor {
    Objects.requireNonNull(side, "side");
    Objects.requireNonNull(number, "number");
  }
}

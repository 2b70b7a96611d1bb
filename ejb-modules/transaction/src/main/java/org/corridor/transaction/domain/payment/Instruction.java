package org.corridor.transaction.domain.payment;

import java.util.Objects;
import java.util.UUID;
import org.corridor.kernel.Money;

/**
 * What is to be paid. It never changes.
 *
 * @param nostroAccountId where the processor's money stands in these books
 * @param remittance what the payer says of it; may be null
 */
public record Instruction(
    Debtor debtor,
    UUID nostroAccountId,
    Money amount,
    Creditor creditor,
    String remittance,
    Rail rail) {
  public Instruction {
    Objects.requireNonNull(debtor, "debtor");
    Objects.requireNonNull(nostroAccountId, "nostroAccountId");
    Objects.requireNonNull(creditor, "creditor");
    Objects.requireNonNull(rail, "rail");
    if (!amount.isPositive()) {
      throw new IllegalArgumentException("not an amount to pay: " + amount);
    }
  }
}

package org.corridor.transaction.domain.payment;

import java.util.Objects;

/**
 * Who is paid, and where; either an IBAN or another account is given.
 *
 * @param bic of the creditor's bank; may be null where the IBAN says it
 */
public record Creditor(
    String name, String iban, String otherAccount, String bic, PostalAddress address) {
  public Creditor {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(address, "address");
    if ((iban == null) == (otherAccount == null)) {
      throw new IllegalArgumentException("an IBAN or another account, not both");
    }
  }
}

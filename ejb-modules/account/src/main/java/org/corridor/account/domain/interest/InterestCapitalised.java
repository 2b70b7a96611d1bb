package org.corridor.account.domain.interest;

import java.time.LocalDate;
import java.util.UUID;
import org.corridor.kernel.DomainEvent;
import org.corridor.kernel.Money;

/**
 * Accrued interest was booked.
 *
 * @param interestTo the last day that it is for
 * @param amount a credit of the account is positive
 */
public record InterestCapitalised(
    UUID accountId, UUID journalId, InterestSide side, LocalDate interestTo, Money amount)
    implements DomainEvent {

  public static final String TYPE = "account.interest-capitalised.v1";

  @Override
  public String type() {
    return TYPE;
  }
}

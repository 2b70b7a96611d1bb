package org.corridor.transaction.domain;

import java.util.Optional;
import org.corridor.kernel.Caller;
import org.corridor.kernel.Money;

/**
 * How much may move at once and in a day (UTC) on one account, by kind, currency and audience.
 *
 * @param perTransaction the largest amount of one transaction
 * @param perDay the largest sum of a day, of what was not declined or cancelled
 * @param approvalAbove a larger amount needs a second pair of eyes
 */
public record Limit(
    Kind kind, Audience audience, Money perTransaction, Money perDay, Money approvalAbove) {

  /** Who is limited: customers less than staff could harm by mistake. */
  public enum Audience {
    CUSTOMER,
    STAFF;

    public static Audience of(Caller caller) {
      return caller.isCustomer() ? CUSTOMER : STAFF;
    }
  }

  public boolean allows(Money amount) {
    return !amount.isMoreThan(perTransaction);
  }

  /** Why this amount, moved by this caller, needs approval; empty if it does not. */
  public Optional<ApprovalReason> approvalFor(Money amount, Caller maker) {
    if (amount.isMoreThan(approvalAbove)) {
      return Optional.of(ApprovalReason.ABOVE_THRESHOLD);
    }
    return ownLimit(amount, maker);
  }

  /** The largest amount that this caller moves without approval. */
  public Money approvalAbove(Caller maker) {
    if (maker.amountLimits().isEmpty()) {
      return approvalAbove;
    }
    var own = maker.amountLimits().getOrDefault(approvalAbove.currency(), 0L);
    return new Money(Math.min(own, approvalAbove.minorUnits()), approvalAbove.currency());
  }

  /** A reversal has no limit but its maker's own. */
  public static Optional<ApprovalReason> ownLimit(Money amount, Caller maker) {
    return maker.mayMove(amount) ? Optional.empty() : Optional.of(ApprovalReason.ABOVE_OWN_LIMIT);
  }
}

package org.corridor.transaction.domain;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
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

  /** Why a limit cannot be meant so. */
  public enum Contradiction {
    NOTHING_MAY_MOVE,
    DAY_BELOW_TRANSACTION,
    APPROVAL_BELOW_ZERO,
    APPROVAL_OUT_OF_REACH
  }

  public Currency currency() {
    return perTransaction.currency();
  }

  /** True if it limits the same movements, however much of them. */
  public boolean isOfTheSameAs(Limit other) {
    return kind == other.kind && audience == other.audience && currency().equals(other.currency());
  }

  /**
   * What is wrong with it; empty for one that can be kept. Approval above what one transaction may
   * move could never be asked for: it would look like a safeguard and be none.
   */
  public List<Contradiction> contradictions() {
    var found = new ArrayList<Contradiction>();
    if (!perTransaction.isPositive()) {
      found.add(Contradiction.NOTHING_MAY_MOVE);
    }
    if (perDay.isLessThan(perTransaction)) {
      found.add(Contradiction.DAY_BELOW_TRANSACTION);
    }
    if (approvalAbove.isNegative()) {
      found.add(Contradiction.APPROVAL_BELOW_ZERO);
    }
    if (approvalAbove.isMoreThan(perTransaction)) {
      found.add(Contradiction.APPROVAL_OUT_OF_REACH);
    }
    return found;
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

package org.corridor.transaction.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.corridor.kernel.Caller;
import org.corridor.transaction.application.DailyUsage.Slot;
import org.corridor.transaction.domain.ApprovalReason;
import org.corridor.transaction.domain.Limit.Audience;
import org.corridor.transaction.domain.Movement;

/** Holds a movement against its limits, and reserves its share of the day's. */
@ApplicationScoped
public class CheckLimits {

  private final Limits limits;
  private final DailyUsage usage;

  /** For the container's proxy. */
  protected CheckLimits() {
    this(null, null);
  }

  @Inject
  public CheckLimits(Limits limits, DailyUsage usage) {
    this.limits = limits;
    this.usage = usage;
  }

  sealed interface Checked {

    /** Within all limits; the day's share is reserved. */
    record Within(Optional<ApprovalReason> approval) implements Checked {}

    record Beyond(MoveOutcome.Refused refusal) implements Checked {}
  }

  Checked check(Movement movement, Caller caller, Instant now) {
    var amount = movement.amount();
    var found = limits.find(movement.kind(), Audience.of(caller), amount.currency());
    if (found.isEmpty()) {
      return beyond(
          "currency-not-supported", "You cannot move " + amount.currency() + " in this way.");
    }
    var limit = found.get();
    if (!limit.allows(amount)) {
      return beyond(
          "transaction-limit-exceeded",
          "One transaction may move " + limit.perTransaction() + " at most.");
    }
    return usage.reserve(Slot.of(movement, now), amount, limit.perDay())
        ? new Checked.Within(limit.approvalFor(amount, caller))
        : beyond("daily-limit-exceeded", "The account may move " + limit.perDay() + " a day.");
  }

  private static Checked beyond(String code, String detail) {
    return new Checked.Beyond(new MoveOutcome.Refused(code, detail, "/amount"));
  }
}

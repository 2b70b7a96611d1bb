package org.corridor.transaction.application;

import java.util.Optional;
import org.corridor.transaction.application.MoveOutcome.Refused;
import org.corridor.transaction.domain.Limit;
import org.corridor.transaction.domain.Movement;

/** How a movement that is beyond its limits is refused. */
public final class LimitRules {

  private static final String AMOUNT = "/amount";

  private LimitRules() {}

  /** Why it may not move at all; empty if only the day's limit may yet be in its way. */
  public static Optional<Refused> refusal(Movement movement, Optional<Limit> limit) {
    var amount = movement.amount();
    if (limit.isEmpty()) {
      return Optional.of(
          new Refused(
              "currency-not-supported",
              "You cannot move " + amount.currency() + " in this way.",
              AMOUNT));
    }
    var most = limit.get().perTransaction();
    return limit.get().allows(amount)
        ? Optional.empty()
        : Optional.of(
            new Refused(
                "transaction-limit-exceeded",
                "One transaction may move " + most + " at most.",
                AMOUNT));
  }

  /** The day's share is used up. */
  public static Refused beyondTheDay(Limit limit) {
    return new Refused(
        "daily-limit-exceeded", "The account may move " + limit.perDay() + " a day.", AMOUNT);
  }
}

package org.corridor.transaction.application.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.corridor.kernel.Caller;
import org.corridor.transaction.application.DailyUsage;
import org.corridor.transaction.application.DailyUsage.Slot;
import org.corridor.transaction.application.LimitRules;
import org.corridor.transaction.application.Limits;
import org.corridor.transaction.application.MoveOutcome.Refused;
import org.corridor.transaction.domain.Kind;
import org.corridor.transaction.domain.Limit;
import org.corridor.transaction.domain.Limit.Audience;
import org.corridor.transaction.domain.LimitSetting;
import org.corridor.transaction.domain.payment.Instruction;
import org.corridor.transaction.domain.payment.Payment;

/**
 * How much may be paid. Money that goes out counts as transfers do, against the same share of the
 * day. A payment awaits nobody's approval, so what would need one is refused.
 */
@ApplicationScoped
public class PaymentLimits {

  private static final String AMOUNT = "/amount";

  private final Limits limits;
  private final DailyUsage usage;

  /** For the container's proxy. */
  protected PaymentLimits() {
    this(null, null);
  }

  @Inject
  public PaymentLimits(Limits limits, DailyUsage usage) {
    this.limits = limits;
    this.usage = usage;
  }

  /** Counts it against the day, or says why it cannot be; in the unit of work of the caller. */
  Optional<Refused> reserve(Caller caller, Instruction instruction, Instant at) {
    var amount = instruction.amount();
    var limit =
        limits
            .setting(Kind.TRANSFER, Audience.of(caller), amount.currency())
            .map(LimitSetting::limit);
    if (limit.isEmpty()) {
      return Optional.of(
          new Refused(
              "currency-not-supported",
              "You cannot move " + amount.currency() + " in this way.",
              AMOUNT));
    }
    return beyond(limit.get(), caller, instruction)
        .or(
            () ->
                usage.reserve(slot(instruction, at), amount, limit.get().perDay().minorUnits())
                    ? Optional.empty()
                    : Optional.of(LimitRules.beyondTheDay(limit.get())));
  }

  private static Optional<Refused> beyond(Limit limit, Caller caller, Instruction instruction) {
    var amount = instruction.amount();
    if (!limit.allows(amount)) {
      return Optional.of(
          new Refused(
              "transaction-limit-exceeded",
              "One transaction may move " + limit.perTransaction() + " at most.",
              AMOUNT));
    }
    return limit
        .approvalFor(amount, caller)
        .map(
            reason ->
                new Refused(
                    "approval-not-possible",
                    "You may pay "
                        + limit.approvalAbove(caller)
                        + " at most: a payment cannot"
                        + " wait for a second person.",
                    AMOUNT));
  }

  /** It has not moved after all. */
  void giveBack(Payment payment) {
    usage.giveBack(
        slot(payment.instruction(), payment.making().at()), payment.instruction().amount());
  }

  private static Slot slot(Instruction instruction, Instant at) {
    return new Slot(instruction.debtor().side().accountId(), Kind.TRANSFER, at);
  }
}

package org.corridor.transaction.domain;

import java.time.Instant;
import java.util.Currency;
import org.corridor.kernel.DomainEvent;
import org.corridor.kernel.Money;
import org.corridor.transaction.domain.Limit.Audience;

/**
 * The organisation lets somebody move more, or less, than before.
 *
 * @param before null if there was no limit, so nothing could be moved
 * @param by the user or machine that set it
 */
public record LimitChanged(
    Kind kind,
    Audience audience,
    Currency currency,
    Amounts before,
    Amounts after,
    String by,
    Instant at)
    implements DomainEvent {

  /** What a limit says. */
  public record Amounts(Money perTransaction, Money perAccountAndDay, Money approvalAbove) {

    static Amounts of(Limit limit) {
      return new Amounts(limit.perTransaction(), limit.perDay(), limit.approvalAbove());
    }
  }

  @Override
  public String type() {
    return "transaction.limit-changed.v1";
  }
}

package org.corridor.transaction.application;

import java.time.Instant;
import java.util.UUID;
import org.corridor.kernel.Money;
import org.corridor.transaction.domain.Kind;
import org.corridor.transaction.domain.Movement;
import org.corridor.transaction.domain.Transaction;

/** How much has moved on an account today (UTC), by kind and currency. */
public interface DailyUsage {

  /** What an amount counts for, on the day of the instant. */
  record Slot(UUID accountId, Kind kind, Instant at) {

    public static Slot of(Movement movement, Instant at) {
      return new Slot(movement.clientSide().accountId(), movement.kind(), at);
    }

    public static Slot of(Transaction transaction) {
      return of(transaction.movement(), transaction.making().at());
    }
  }

  /**
   * Counts the amount if the day's sum stays within the limit, which is held from then on.
   *
   * @param mostMinorUnits of the day, in the amount's currency
   * @return false if it does not; then nothing is counted
   */
  boolean reserve(Slot slot, Money amount, long mostMinorUnits);

  /** Counts the amount, within the limit or not: it has moved already. */
  void add(Slot slot, Money amount);

  /** It has not moved after all. */
  void giveBack(Slot slot, Money amount);
}

package org.corridor.transaction.infrastructure.desk;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.UUID;
import org.corridor.transaction.application.DailyUsage.Slot;
import org.corridor.transaction.domain.Kind;

/** What one row of the day's usage is about; the day is UTC's. */
record DayShare(UUID accountId, LocalDate day, Kind kind, Currency currency) {

  static DayShare of(Slot slot, Currency currency) {
    return new DayShare(
        slot.accountId(), LocalDate.ofInstant(slot.at(), ZoneOffset.UTC), slot.kind(), currency);
  }
}

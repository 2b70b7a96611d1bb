package org.corridor.account.domain.endofday;

import java.time.LocalDate;
import java.util.UUID;
import org.corridor.kernel.DomainEvent;

/**
 * A business day was ended: its interest has accrued, and what was due is booked.
 *
 * @param accrued accounts whose interest has grown
 * @param capitalised interest payments that the day has made
 * @param unbooked interest payments of this or an earlier day that the ledger has refused so far
 */
public record DayEnded(
    UUID runId, LocalDate businessDate, long accrued, long capitalised, long unbooked)
    implements DomainEvent {

  public static final String TYPE = "account.day-ended.v1";

  @Override
  public String type() {
    return TYPE;
  }
}

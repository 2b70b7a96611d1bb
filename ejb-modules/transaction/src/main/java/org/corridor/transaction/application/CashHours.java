package org.corridor.transaction.application;

import java.time.Instant;
import org.corridor.transaction.domain.OfficeHours;

/**
 * When cash may be handled.
 *
 * @param office null for at any time
 */
public record CashHours(OfficeHours office) {

  public static CashHours always() {
    return new CashHours(null);
  }

  boolean allow(Instant instant) {
    return office == null || office.isOpenAt(instant);
  }
}

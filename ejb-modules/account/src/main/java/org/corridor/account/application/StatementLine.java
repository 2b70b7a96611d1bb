package org.corridor.account.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.corridor.kernel.Money;

/**
 * An entry as a statement shows it.
 *
 * @param seq numbers the entries of the account
 * @param kind of its journal
 * @param metadata of its journal
 */
public record StatementLine(
    long seq,
    UUID journalId,
    String kind,
    Money amount,
    Money balanceAfter,
    Instant bookedAt,
    LocalDate valueDate,
    Map<String, String> metadata) {

  public StatementLine {
    metadata = Map.copyOf(metadata);
  }
}

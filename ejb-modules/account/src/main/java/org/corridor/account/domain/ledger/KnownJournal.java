package org.corridor.account.domain.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * What must be known of an earlier journal to decide on a command that has its id or reverses it.
 *
 * @param legs needed only if a command reverses it; empty otherwise
 * @param reversed whether another journal undoes it already
 */
public record KnownJournal(
    UUID id,
    Fingerprint fingerprint,
    Instant bookedAt,
    LocalDate valueDate,
    List<Leg> legs,
    boolean reversed) {

  public KnownJournal {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(fingerprint, "fingerprint");
    Objects.requireNonNull(bookedAt, "bookedAt");
    Objects.requireNonNull(valueDate, "valueDate");
    legs = List.copyOf(legs);
  }

  static KnownJournal of(Journal journal) {
    return new KnownJournal(
        journal.id(),
        journal.fingerprint(),
        journal.bookedAt(),
        journal.valueDate(),
        journal.legs(),
        false);
  }

  KnownJournal asReversed() {
    return new KnownJournal(id, fingerprint, bookedAt, valueDate, legs, true);
  }
}

package org.corridor.account.domain.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * A posting that was made: immutable. What was wrong is corrected by another that names this one.
 *
 * @param captures the hold that it was paid from; may be null
 * @param reverses the journal that it undoes; may be null
 */
public record Journal(
    UUID id,
    String kind,
    LocalDate valueDate,
    Instant bookedAt,
    String correlationId,
    Fingerprint fingerprint,
    UUID captures,
    UUID reverses,
    Map<String, String> metadata,
    List<Entry> entries) {

  public Journal {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(valueDate, "valueDate");
    Objects.requireNonNull(bookedAt, "bookedAt");
    Objects.requireNonNull(correlationId, "correlationId");
    Objects.requireNonNull(fingerprint, "fingerprint");
    metadata = Map.copyOf(metadata);
    entries = List.copyOf(entries);
  }

  public Journal withEntries(List<Entry> all) {
    return new Journal(
        id,
        kind,
        valueDate,
        bookedAt,
        correlationId,
        fingerprint,
        captures,
        reverses,
        metadata,
        all);
  }

  public List<Leg> legs() {
    return entries.stream().map(Entry::leg).toList();
  }
}

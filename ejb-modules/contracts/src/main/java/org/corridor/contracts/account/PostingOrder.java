package org.corridor.contracts.account;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.corridor.kernel.Money;

/**
 * An order to post a journal.
 *
 * @param id the caller's, UUIDv7
 * @param kind such as {@code TRANSFER}, {@code DEPOSIT}
 * @param valueDate the effective date; null for today (UTC)
 * @param legs two or more; sum to zero in each currency; credit positive, debit negative
 * @param captures the hold that pays for the debit of its account; may be null
 * @param reverses the journal that this one undoes, with exactly its mirrored legs; may be null
 * @param correlationId of the request that started it
 * @param metadata up to 16 short entries; may be null
 */
public record PostingOrder(
    UUID id,
    String kind,
    LocalDate valueDate,
    List<Leg> legs,
    UUID captures,
    UUID reverses,
    String correlationId,
    Map<String, String> metadata) {

  public PostingOrder {
    legs = legs == null ? List.of() : List.copyOf(legs);
    metadata = metadata == null ? Map.of() : Map.copyOf(metadata);
  }

  /** One side of a posting. */
  public record Leg(UUID accountId, Money amount) {}
}

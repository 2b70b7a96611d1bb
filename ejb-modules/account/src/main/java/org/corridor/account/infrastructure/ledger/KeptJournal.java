package org.corridor.account.infrastructure.ledger;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.corridor.account.domain.ledger.Entry;
import org.corridor.account.domain.ledger.Fingerprint;
import org.corridor.account.domain.ledger.Journal;
import org.corridor.platform.json.Json;

/**
 * A journal as its row and those of its entries keep it, in values that any row can have, also one
 * that somebody has tampered with.
 *
 * @param metadata the very text of it
 * @param entries in the order of {@link #BY_BYTES} of their accounts
 */
public record KeptJournal(
    UUID id,
    String kind,
    LocalDate valueDate,
    String correlationId,
    Fingerprint fingerprint,
    UUID captures,
    UUID reverses,
    String metadata,
    List<KeptEntry> entries) {

  /** The order that PostgreSQL has of ids, which is not Java's. */
  public static final Comparator<UUID> BY_BYTES =
      (one, other) -> {
        var upper =
            Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return upper != 0
            ? upper
            : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
      };

  private static final Comparator<Entry> BY_ACCOUNT =
      (one, other) -> BY_BYTES.compare(one.accountId(), other.accountId());

  public KeptJournal {
    entries = List.copyOf(entries);
  }

  /** A leg; amounts are minor units. */
  public record KeptEntry(
      UUID accountId, long seq, long amount, String currency, long balanceAfter) {

    static KeptEntry of(Entry entry) {
      return new KeptEntry(
          entry.accountId(),
          entry.seq(),
          entry.amount().minorUnits(),
          entry.amount().currency().getCurrencyCode(),
          entry.balanceAfter().minorUnits());
    }
  }

  static KeptJournal of(Journal journal) {
    return new KeptJournal(
        journal.id(),
        journal.kind(),
        journal.valueDate(),
        journal.correlationId(),
        journal.fingerprint(),
        journal.captures(),
        journal.reverses(),
        journal.metadata().isEmpty() ? "{}" : Json.write(journal.metadata()),
        journal.entries().stream().sorted(BY_ACCOUNT).map(KeptEntry::of).toList());
  }
}

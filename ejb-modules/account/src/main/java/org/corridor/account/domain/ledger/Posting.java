package org.corridor.account.domain.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A request to post a journal: all legs or none.
 *
 * @param id the caller's; with the same content it is posted once, with another it is refused
 * @param kind such as {@code TRANSFER}
 * @param valueDate the effective date; null for the day of booking (UTC)
 * @param legs sum to zero in each currency
 * @param capture the hold that pays for the debit of its account; may be null
 * @param reverses the journal that this one undoes; may be null
 * @param correlationId not part of what makes two postings the same: a retry has one of its own
 */
public record Posting(
    UUID id,
    String kind,
    LocalDate valueDate,
    List<Leg> legs,
    Capture capture,
    UUID reverses,
    String correlationId,
    Map<String, String> metadata)
    implements LedgerCommand {

  public static final int MAX_LEGS = 100;

  /** In minor units: with at most 100 legs, no sum of a posting overflows 64 bits. */
  public static final long MAX_LEG = 10_000_000_000_000_000L;

  public static final int MAX_METADATA = 16;
  public static final int MAX_METADATA_VALUE = 200;

  private static final Pattern KIND = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");
  private static final Pattern METADATA_KEY = Pattern.compile("[A-Za-z0-9_.-]{1,40}");
  private static final LocalDate FIRST_DATE = LocalDate.of(1970, 1, 1);
  private static final LocalDate LAST_DATE = LocalDate.of(2999, 12, 31);

  /**
   * Pays a debit from a hold.
   *
   * @param keepRest true if what the debit leaves of the hold stays held; otherwise it is released
   */
  public record Capture(UUID holdId, boolean keepRest) {
    public Capture {
      Objects.requireNonNull(holdId, "holdId");
    }
  }

  public Posting {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(correlationId, "correlationId");
    legs = List.copyOf(legs);
    metadata = Map.copyOf(metadata);
  }

  @Override
  public Set<UUID> accountIds() {
    return legs.stream().map(Leg::accountId).collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public Optional<Refusal> fault() {
    var malformed = malformation();
    if (malformed != null) {
      return Optional.of(new Refusal.PostingMalformed(malformed));
    }
    for (var sum : sums().entrySet()) {
      if (sum.getValue() != 0) {
        return Optional.of(new Refusal.UnbalancedPosting(sum.getKey()));
      }
    }
    return Optional.empty();
  }

  /** The content in one form, whatever the order that legs and metadata were given in. */
  public Fingerprint fingerprint() {
    var parts = new ArrayList<Object>();
    parts.add(kind);
    parts.add(valueDate);
    legs.stream()
        .sorted(Comparator.comparing(Leg::accountId).thenComparing(leg -> leg.amount().toString()))
        .forEach(
            leg -> {
              parts.add(leg.accountId());
              parts.add(leg.amount().minorUnits());
              parts.add(leg.amount().currency());
            });
    parts.add(capture == null ? null : capture.holdId());
    parts.add(capture == null ? null : capture.keepRest());
    parts.add(reverses);
    new TreeMap<>(metadata)
        .forEach(
            (key, value) -> {
              parts.add(key);
              parts.add(value);
            });
    return Fingerprint.of(parts);
  }

  private String malformation() {
    if (legs.size() < 2 || legs.size() > MAX_LEGS) {
      return "A posting has 2 to " + MAX_LEGS + " legs.";
    }
    if (!KIND.matcher(kind).matches()) {
      return "The kind must be 1 to 40 capital letters, digits and underscores.";
    }
    if (valueDate != null && (valueDate.isBefore(FIRST_DATE) || valueDate.isAfter(LAST_DATE))) {
      return "The value date must be from " + FIRST_DATE + " to " + LAST_DATE + ".";
    }
    var seen = new HashSet<UUID>();
    for (var leg : legs) {
      var amount = leg.amount().minorUnits();
      if (amount == 0 || amount > MAX_LEG || amount < -MAX_LEG) {
        return "No leg is zero, or more than " + MAX_LEG + " minor units.";
      }
      if (!seen.add(leg.accountId())) {
        return "An account appears in one leg only: " + leg.accountId() + ".";
      }
    }
    return metadataMalformation();
  }

  private String metadataMalformation() {
    if (metadata.size() > MAX_METADATA) {
      return "There are at most " + MAX_METADATA + " entries of metadata.";
    }
    for (var entry : metadata.entrySet()) {
      if (!METADATA_KEY.matcher(entry.getKey()).matches()) {
        return "A key of metadata has 1 to 40 letters, digits, dots, hyphens and underscores.";
      }
      var value = entry.getValue();
      // the database cannot store the character NUL in a text
      if (value.length() > MAX_METADATA_VALUE || value.indexOf('\0') >= 0) {
        return "A value of metadata has at most " + MAX_METADATA_VALUE + " characters, no NUL.";
      }
    }
    return null;
  }

  private Map<Currency, Long> sums() {
    var sums = new HashMap<Currency, Long>();
    for (var leg : legs) {
      sums.merge(leg.amount().currency(), leg.amount().minorUnits(), Math::addExact);
    }
    return sums;
  }
}

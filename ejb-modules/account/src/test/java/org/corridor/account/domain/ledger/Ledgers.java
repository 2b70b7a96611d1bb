package org.corridor.account.domain.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.corridor.kernel.Money;

/** Builders of what the tests of the ledger speak of. */
public final class Ledgers {

  public static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
  public static final Currency EUR = Currency.getInstance("EUR");
  public static final Currency USD = Currency.getInstance("USD");

  private Ledgers() {}

  public static Money eur(long minorUnits) {
    return new Money(minorUnits, EUR);
  }

  public static Money usd(long minorUnits) {
    return new Money(minorUnits, USD);
  }

  /** Must not go below zero. */
  public static LedgerAccount anAccount(UUID id, long booked) {
    return new LedgerAccount(id, EUR, booked, 0, 0L, null, true, true, 0, null);
  }

  /** May go below zero without a limit. */
  public static LedgerAccount anInternalAccount(UUID id) {
    return new LedgerAccount(id, EUR, 0, 0, null, null, true, true, 0, null);
  }

  public static LedgerAccount aFrozen(LedgerAccount account) {
    return new LedgerAccount(
        account.id(),
        account.currency(),
        account.booked(),
        account.held(),
        account.floor(),
        account.ceiling(),
        false,
        false,
        account.lastSeq(),
        account.lastBookedAt());
  }

  public static PostingBuilder aPosting() {
    return new PostingBuilder();
  }

  public static Posting aTransfer(UUID from, UUID to, long minorUnits) {
    return aPosting().leg(from, -minorUnits).leg(to, minorUnits).build();
  }

  public static HoldPlacement aHold(UUID account, long minorUnits) {
    return new HoldPlacement(UUID.randomUUID(), account, eur(minorUnits), null, "test");
  }

  public static HoldRelease aRelease(HoldPlacement hold) {
    return new HoldRelease(hold.id(), hold.accountId(), "test");
  }

  /** Builds a posting, by default a transfer in euros that captures and reverses nothing. */
  public static final class PostingBuilder {
    private UUID id = UUID.randomUUID();
    private String kind = "TRANSFER";
    private final List<Leg> legs = new ArrayList<>();
    private Posting.Capture capture;
    private UUID reverses;
    private final Map<String, String> metadata = new HashMap<>();

    public PostingBuilder id(UUID id) {
      this.id = id;
      return this;
    }

    public PostingBuilder kind(String kind) {
      this.kind = kind;
      return this;
    }

    public PostingBuilder leg(UUID account, long euroCents) {
      return legs(new Leg(account, eur(euroCents)));
    }

    public PostingBuilder legs(Leg... more) {
      legs.addAll(Arrays.asList(more));
      return this;
    }

    public PostingBuilder capturing(UUID hold) {
      this.capture = new Posting.Capture(hold, false);
      return this;
    }

    public PostingBuilder capturingAndKeepingTheRestOf(UUID hold) {
      this.capture = new Posting.Capture(hold, true);
      return this;
    }

    public PostingBuilder reversing(UUID journal) {
      this.reverses = journal;
      return this;
    }

    public PostingBuilder metadata(String key, String value) {
      metadata.put(key, value);
      return this;
    }

    public Posting build() {
      return new Posting(id, kind, null, legs, capture, reverses, "test", metadata);
    }
  }

  /** The posting that undoes another. */
  public static Posting aReversalOf(Posting posting) {
    var mirrored = posting.legs().stream().map(Leg::mirrored).toArray(Leg[]::new);
    return aPosting().kind("REVERSAL").legs(mirrored).reversing(posting.id()).build();
  }
}

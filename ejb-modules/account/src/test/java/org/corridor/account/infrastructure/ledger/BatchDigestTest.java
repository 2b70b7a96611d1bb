package org.corridor.account.infrastructure.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.corridor.account.domain.ledger.Fingerprint;
import org.corridor.account.infrastructure.ledger.KeptJournal.KeptEntry;
import org.junit.jupiter.api.Test;

class BatchDigestTest {

  private static final Instant AT = Instant.parse("2026-11-02T12:00:00.123456Z");

  private static UUID id(int last) {
    return UUID.fromString("0192f0c1-6f5e-7c3a-9d0e-1b2c3d4e5f6" + last);
  }

  private static KeptJournal journal(UUID captures, String metadata) {
    return new KeptJournal(
        id(1),
        "TRANSFER",
        LocalDate.of(2026, 11, 2),
        "request-1",
        new Fingerprint("00".repeat(32)),
        captures,
        null,
        metadata,
        List.of(
            new KeptEntry(id(2), 7, -125_00, "EUR", 875_00),
            new KeptEntry(id(3), 1, 125_00, "EUR", 125_00)));
  }

  private static String hash(KeptJournal... journals) {
    var digest = new BatchDigest(AT);
    for (var journal : journals) {
      digest.add(journal);
    }
    return HexFormat.of().formatHex(digest.hash());
  }

  /** If this fails, every chain that was ever written breaks: make a new version instead. */
  @Test
  void theFormNeverChanges() {
    assertThat(hash(journal(id(4), "{\"reference\":\"rent\"}")))
        .isEqualTo("643f807008b8912f95c6adc2a48d7424d9d88b85f99c3f0896e33bd051105e9d");
  }

  @Test
  void whatDiffersHashesDifferently() {
    assertThat(hash(journal(null, "{}")))
        .isNotEqualTo(hash(journal(id(4), "{}")))
        .isNotEqualTo(hash(journal(null, "{} ")))
        .isNotEqualTo(hash(journal(null, "{}"), journal(null, "{}")))
        .isEqualTo(hash(journal(null, "{}")));
  }

  @Test
  void aJournalMayBeLargerThanTheBuffer() {
    var large = "x".repeat(100_000);

    assertThat(hash(journal(null, large))).isNotEqualTo(hash(journal(null, large + "x")));
  }

  @Test
  void idsAreInTheOrderOfTheirBytes() {
    var low = UUID.fromString("00000000-0000-0000-8000-000000000000");
    var high = UUID.fromString("80000000-0000-0000-0000-000000000000");

    assertThat(KeptJournal.BY_BYTES.compare(low, high)).isNegative();
    assertThat(KeptJournal.BY_BYTES.compare(high, low)).isPositive();
    assertThat(KeptJournal.BY_BYTES.compare(low, low)).isZero();
  }
}

package org.corridor.account.api;

import java.math.BigInteger;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.corridor.account.application.Verification;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether the balances are what the entries and holds say. */
@Schema(name = "Verification")
public record VerificationView(
    boolean sound,
    long entries,
    @Schema(description = "Of all entries by currency: zero, or the books do not balance.")
        Map<String, String> sums,
    @Schema(description = "Accounts that disagree, at most 100.") List<Mismatch> mismatches) {

  /** An account that disagrees; amounts are minor units of its currency. */
  @Schema(name = "Mismatch")
  public record Mismatch(
      UUID accountId,
      long booked,
      BigInteger entriesSum,
      long held,
      BigInteger holdsSum,
      long lastSeq,
      long entriesCount) {

    static Mismatch of(Verification.Mismatch mismatch) {
      return new Mismatch(
          mismatch.accountId(),
          mismatch.booked(),
          mismatch.entriesSum(),
          mismatch.held(),
          mismatch.holdsSum(),
          mismatch.lastSeq(),
          mismatch.entriesCount());
    }
  }

  static VerificationView of(Verification verification) {
    var sums = new TreeMap<String, String>();
    verification
        .sums()
        .forEach(
            (code, sum) ->
                sums.put(code, TrialBalanceView.decimal(sum, Currency.getInstance(code))));
    return new VerificationView(
        verification.isSound(),
        verification.entries(),
        sums,
        verification.mismatches().stream().map(Mismatch::of).toList());
  }
}

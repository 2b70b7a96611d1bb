package org.corridor.dev.proof.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.corridor.dev.proof.crash.CrashRound.Result;
import org.corridor.dev.proof.crash.Payments.Payment;
import org.junit.jupiter.api.Test;

/** The crash suite counts what it is there to find. */
class LedgerTest {

  private final Ledger ledger = new Ledger(Map.of("once", 1, "twice", 2), Map.of("an account", 3));

  @Test
  void countsAPaymentWithoutAnEntryAsLost() {
    assertThat(ledger.lost(List.of(payment("once"), payment("twice")))).isZero();
    assertThat(ledger.lost(List.of(payment("once"), payment("never")))).isEqualTo(1);
  }

  @Test
  void countsAPaymentWithTwoEntriesAsDoubled() {
    assertThat(ledger.doubled()).isEqualTo(1);
  }

  @Test
  void isSoundOnlyIfSomethingWasAtStakeAndNothingWentWrong() {
    assertThat(new Result(5, 0, 0, 0).isSound()).isTrue();
    assertThat(new Result(0, 0, 0, 0).isSound()).isFalse();
    assertThat(new Result(5, 1, 0, 0).isSound()).isFalse();
    assertThat(new Result(5, 0, 1, 0).isSound()).isFalse();
    assertThat(new Result(5, 0, 0, 1).isSound()).isFalse();
  }

  @Test
  void addsUpItsRounds() {
    var sum = new Result(5, 1, 0, 0).plus(new Result(7, 0, 2, 1));

    assertThat(new CrashSuite.Outcome(2, sum).line())
        .isEqualTo("rounds=2 acknowledged=12 lost=1 doubled=2 unbalanced=1");
  }

  private static Payment payment(String key) {
    return new Payment(key, "a source", "a destination", Optional.of("a transaction"));
  }
}

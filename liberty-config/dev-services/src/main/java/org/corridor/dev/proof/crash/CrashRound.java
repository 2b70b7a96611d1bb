package org.corridor.dev.proof.crash;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.corridor.dev.proof.LedgerVerification;
import org.corridor.dev.proof.crash.Payments.Payment;

/**
 * Servers are killed while money moves. Then it is asked what became of each transfer, every
 * transfer that was not acknowledged is sent again under its key, and it is asked once more.
 */
public final class CrashRound {

  private static final Duration VERIFIED_WITHIN = Duration.ofMinutes(5);

  /** Of those that were acknowledged at once, so many are sent again, too. */
  private static final int ACKNOWLEDGED_SENT_AGAIN = 20;

  private final CrashSite site;
  private final Accounts accounts;
  private final Payments payments;

  public CrashRound(CrashSite site) {
    this.site = site;
    var door = site.door();
    this.accounts = Accounts.open(door, site.owner());
    this.payments = new Payments(door, accounts.sources(), accounts.destinations());
  }

  /**
   * What a round has shown.
   *
   * @param acknowledged transfers that the platform had said were paid before they were sent again
   * @param lost transfers that were acknowledged, at first or when sent again, and are not there
   * @param doubled transfers that are there more than once, or have two ids
   * @param unbalanced 1 if the books do not balance, 0 if they do
   */
  public record Result(long acknowledged, long lost, long doubled, long unbalanced) {

    static final Result NOTHING = new Result(0, 0, 0, 0);

    Result plus(Result other) {
      return new Result(
          acknowledged + other.acknowledged,
          lost + other.lost,
          doubled + other.doubled,
          unbalanced + other.unbalanced);
    }

    /** Something was at stake, and nothing went wrong. */
    public boolean isSound() {
      return acknowledged > 0 && lost == 0 && doubled == 0 && unbalanced == 0;
    }
  }

  /**
   * @param underLoad how long money moves before the servers are killed
   */
  public Result run(Victim victim, Duration underLoad) {
    payments.start();
    try {
      Thread.sleep(underLoad.toMillis());
      site.kill(victim);
      site.restart(victim);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while money moved", e);
    } finally {
      payments.stop();
    }
    accounts.awaitEnds();
    var asked = payments.asked();
    var before = Ledger.of(accounts);
    var again = sendAgain(asked);
    var after = Ledger.of(accounts);
    var answered = Stream.concat(acknowledged(asked), again.stream()).toList();
    return new Result(
        acknowledged(asked).count(),
        before.lost(acknowledged(asked).toList()) + after.lost(answered),
        Math.max(before.doubled(), after.doubled()) + withTwoIds(asked, again),
        isBalanced(after) ? 0 : 1);
  }

  /** All that were not acknowledged, and some that were; as they are acknowledged now. */
  private List<Payment> sendAgain(List<Payment> asked) {
    return Stream.concat(
            asked.stream().filter(payment -> !payment.isAcknowledged()),
            acknowledged(asked).limit(ACKNOWLEDGED_SENT_AGAIN))
        .parallel()
        .map(payments::sendUntilAcknowledged)
        .toList();
  }

  private static Stream<Payment> acknowledged(List<Payment> payments) {
    return payments.stream().filter(Payment::isAcknowledged);
  }

  private static long withTwoIds(List<Payment> asked, List<Payment> again) {
    return again.stream()
        .filter(
            payment ->
                acknowledged(asked)
                    .anyMatch(
                        first ->
                            first.key().equals(payment.key())
                                && !first.transaction().equals(payment.transaction())))
        .count();
  }

  private boolean isBalanced(Ledger ledger) {
    return ledger.agreesWith(accounts)
        && new LedgerVerification(site.door(), VERIFIED_WITHIN).isSound();
  }
}

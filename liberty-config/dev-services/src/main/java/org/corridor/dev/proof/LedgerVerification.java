package org.corridor.dev.proof;

import java.time.Duration;
import java.time.Instant;
import org.corridor.dev.demo.Answer;
import org.corridor.dev.demo.Door;

/** Has the platform verify its own ledger. */
public final class LedgerVerification {

  private static final String VERIFICATIONS = "/api/account/v1/ledger/verifications";
  private static final Duration POLL = Duration.ofMillis(200);

  private final Door door;
  private final Instant deadline;

  /**
   * @param door for somebody who may verify
   * @param within how long it may take, the end of an earlier one included
   */
  public LedgerVerification(Door door, Duration within) {
    this.door = door;
    this.deadline = Instant.now().plus(within);
  }

  /**
   * That the hash chain holds, the books sum to zero, and the balances equal the entries. There is
   * one verification at a time, and the schedule may have begun one.
   */
  public boolean isSound() {
    var requested = door.post(VERIFICATIONS, "");
    while (requested.status() == 409) {
      pause();
      requested = door.post(VERIFICATIONS, "");
    }
    var path = VERIFICATIONS + "/" + requested.expect(202).text("/id");
    var verification = door.get(path).expect(200);
    while (!isFinished(verification)) {
      pause();
      verification = door.get(path).expect(200);
    }
    return verification.json().at("/report/sound").asBoolean(false);
  }

  private static boolean isFinished(Answer verification) {
    return !verification.json().path("finishedAt").isMissingNode();
  }

  private void pause() {
    if (Instant.now().isAfter(deadline)) {
      throw new IllegalStateException("the verification of the ledger does not end");
    }
    try {
      Thread.sleep(POLL.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the ledger was verified", e);
    }
  }
}

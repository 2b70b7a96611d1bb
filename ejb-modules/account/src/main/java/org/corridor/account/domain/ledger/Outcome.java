package org.corridor.account.domain.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What became of a command. */
public sealed interface Outcome {

  /**
   * The posting stands in the journal.
   *
   * @param replayed true if it stood there before
   */
  record Posted(UUID journalId, Instant bookedAt, LocalDate valueDate, boolean replayed)
      implements Outcome {}

  /**
   * What became of each posting of a batch, in its order: {@link Posted} or {@link Refused}. If it
   * was to be all or nothing and one was refused, none is posted that was not posted before; those
   * that could have been are refused with {@link Refusal.BatchRefused}.
   */
  record BatchDecided(List<Outcome> outcomes) implements Outcome {

    public BatchDecided {
      outcomes = List.copyOf(outcomes);
    }
  }

  /**
   * The hold was placed; by an earlier command with the same id if {@code replayed}, and then it
   * may have ended meanwhile.
   */
  record HoldPlaced(Hold hold, boolean replayed) implements Outcome {}

  /**
   * @param replayed true if it was released before
   */
  record HoldReleased(Hold hold, boolean replayed) implements Outcome {}

  record HoldExpired(Hold hold) implements Outcome {}

  /** There was nothing to expire: it ended before, or its time has not come. */
  record HoldUnchanged(Hold hold) implements Outcome {}

  /** A rule forbids it; nothing has changed. It may pass when it is asked again later. */
  record Refused(Refusal refusal) implements Outcome {}
}

package org.corridor.account.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.corridor.account.domain.endofday.DayStatus;

/**
 * The end of one business day, as it was asked for and as it went.
 *
 * @param startedAt of the latest attempt; null until a replica has taken it
 * @param finishedAt null until it is done, or has failed for good
 * @param attempts how often it was begun, since it was last asked for
 * @param failure why the latest attempt has failed; otherwise null
 * @param execution the latest one of its batch job; null if there is none
 * @param steps of that execution
 * @param summary null until it is done
 */
public record EndOfDayRun(
    UUID id,
    LocalDate businessDate,
    DayStatus status,
    String requestedBy,
    String correlationId,
    Instant requestedAt,
    Instant startedAt,
    Instant finishedAt,
    int attempts,
    String failure,
    Long execution,
    List<Step> steps,
    Summary summary) {

  public EndOfDayRun {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(businessDate, "businessDate");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(requestedBy, "requestedBy");
    Objects.requireNonNull(correlationId, "correlationId");
    Objects.requireNonNull(requestedAt, "requestedAt");
    steps = List.copyOf(steps);
  }

  /**
   * @param status as Jakarta Batch calls it
   * @param read how many accounts or payments it has looked at
   * @param written how many of them are dealt with, durably
   */
  public record Step(String name, String status, long read, long written) {}

  /**
   * What the day has come to, over all attempts.
   *
   * @param accrued accounts whose interest has grown
   * @param capitalised interest payments that the day has made
   * @param unbooked interest payments of this or an earlier day that the ledger has refused so far
   */
  public record Summary(long accrued, long capitalised, long unbooked) {}

  static EndOfDayRun requested(
      UUID id, LocalDate day, String by, String correlationId, Instant at) {
    return new EndOfDayRun(
        id,
        day,
        DayStatus.REQUESTED,
        by,
        correlationId,
        at,
        null,
        null,
        0,
        null,
        null,
        List.of(),
        null);
  }
}

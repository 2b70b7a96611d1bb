package org.corridor.account.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.corridor.account.application.EndOfDayRun;
import org.corridor.account.domain.endofday.DayStatus;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The end of a business day, as it goes. */
@Schema(name = "EndOfDayRun")
public record EndOfDayView(
    UUID id,
    LocalDate businessDate,
    @Schema(
            type = SchemaType.STRING,
            enumeration = {"REQUESTED", "RUNNING", "DONE", "FAILED"})
        DayStatus status,
    @Schema(description = "The subject of who has asked for it; schedule if the clock has.")
        String requestedBy,
    Instant requestedAt,
    @Schema(description = "When the latest attempt began.") Instant startedAt,
    Instant finishedAt,
    @Schema(description = "How often it was begun since it was last asked for.") int attempts,
    @Schema(description = "Why the latest attempt has failed; it is tried again unless FAILED.")
        String failure,
    @Schema(description = "Of the latest execution, those that have begun.") List<Step> steps,
    @Schema(description = "What the day has come to; missing until it is DONE.") Result result) {

  /** A step, in the order they are taken. */
  @Schema(name = "EndOfDayStep")
  public record Step(
      @Schema(enumeration = {"prepare", "accrue", "capitalise", "book", "sleep"}) String name,
      @Schema(
              enumeration = {
                "STARTING",
                "STARTED",
                "STOPPING",
                "STOPPED",
                "FAILED",
                "COMPLETED",
                "ABANDONED"
              })
          String status,
      @Schema(description = "Accounts or payments that it has looked at.") long read,
      @Schema(description = "How many of them are dealt with.") long written) {}

  /** Over all attempts. */
  @Schema(name = "EndOfDayResult")
  public record Result(
      @Schema(description = "Accounts whose interest has grown.") long accrued,
      @Schema(description = "Interest payments that the day has made.") long capitalised,
      @Schema(
              description =
                  "Interest payments of this or an earlier day that the ledger has refused so far.")
          long unbooked) {}

  static EndOfDayView of(EndOfDayRun run) {
    return new EndOfDayView(
        run.id(),
        run.businessDate(),
        run.status(),
        run.requestedBy(),
        run.requestedAt(),
        run.startedAt(),
        run.finishedAt(),
        run.attempts(),
        run.failure(),
        run.steps().stream()
            .map(step -> new Step(step.name(), step.status(), step.read(), step.written()))
            .toList(),
        run.summary() == null
            ? null
            : new Result(
                run.summary().accrued(), run.summary().capitalised(), run.summary().unbooked()));
  }
}

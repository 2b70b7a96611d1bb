package org.corridor.transaction.api;

import java.time.Instant;
import java.util.UUID;
import org.corridor.transaction.domain.file.TransferFile;
import org.corridor.transaction.domain.file.TransferFile.Format;
import org.corridor.transaction.domain.file.TransferFile.Status;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A file of transfers, and how far it is paid. */
@Schema(
    name = "TransferFile",
    requiredProperties = {"id", "format", "status", "createdAt", "transfers"})
public record TransferFileView(
    UUID id,
    @Schema(
            type = SchemaType.STRING,
            enumeration = {"CSV", "PAIN_001"})
        Format format,
    @Schema(
            type = SchemaType.STRING,
            enumeration = {"RECEIVED", "RUNNING", "STOPPED", "FAILED", "DONE"},
            description =
                "RECEIVED: it waits. RUNNING: it is being paid. STOPPED: somebody has stopped it."
                    + " FAILED: it broke off again and again. DONE: every transfer has its result."
                    + " What is STOPPED or FAILED goes on when it is resumed.")
        Status status,
    @Schema(description = "When it came.") Instant createdAt,
    @Schema(description = "When it was begun.") Instant startedAt,
    @Schema(description = "When it was done.") Instant finishedAt,
    CountsView transfers,
    @Schema(description = "Why it broke off, if it did since it last went on.") String failure) {

  /** How many transfers came to what end. */
  @Schema(
      name = "TransferFileCounts",
      requiredProperties = {"total", "done", "paid", "declined", "refused", "awaitingApproval"})
  public record CountsView(
      @Schema(description = "Those of the file.") int total,
      @Schema(description = "Those that have a result: the sum of the others.") int done,
      int paid,
      @Schema(description = "By the ledger, such as for want of money.") int declined,
      @Schema(description = "By a rule, such as a limit; there is no transaction.") int refused,
      @Schema(description = "When their results came; they may be decided since.")
          int awaitingApproval) {}

  static TransferFileView of(TransferFile file) {
    var counts = file.counts();
    return new TransferFileView(
        file.id(),
        file.format(),
        file.status(),
        file.making().at(),
        file.times().startedAt(),
        file.times().finishedAt(),
        new CountsView(
            file.total(),
            counts.done(),
            counts.paid(),
            counts.declined(),
            counts.refused(),
            counts.awaitingApproval()),
        file.trouble().why());
  }
}

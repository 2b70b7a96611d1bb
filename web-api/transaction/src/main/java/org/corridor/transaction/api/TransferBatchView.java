package org.corridor.transaction.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.corridor.transaction.domain.TransferBatch;
import org.corridor.transaction.domain.TransferBatch.Fault;
import org.corridor.transaction.domain.TransferBatch.Item;
import org.corridor.transaction.domain.TransferBatch.Mode;
import org.corridor.transaction.domain.TransferBatch.State;
import org.corridor.transaction.domain.TransferBatch.Status;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A batch and what became of each of its transfers. */
@Schema(
    name = "TransferBatch",
    requiredProperties = {"id", "mode", "status", "createdAt", "transfers"})
public record TransferBatchView(
    UUID id,
    @Schema(
            type = SchemaType.STRING,
            enumeration = {"EACH", "ALL_OR_NOTHING"})
        Mode mode,
    @Schema(
            type = SchemaType.STRING,
            enumeration = {"ORDERED", "COMPLETED", "REFUSED"},
            description =
                "ORDERED: the ledger has been asked. COMPLETED: it has answered. REFUSED: the"
                    + " ledger refused one of all or nothing, so nothing has moved.")
        Status status,
    Instant createdAt,
    Instant closedAt,
    @Schema(description = "In the order of the request.") List<ItemView> transfers) {

  /** What became of one of its transfers when the batch was closed. */
  @Schema(
      name = "TransferBatchItem",
      requiredProperties = {"status"})
  public record ItemView(
      @Schema(
              description =
                  "The transaction, which may have moved on since; none if it was refused, and to"
                      + " be found once the batch is closed.")
          UUID transactionId,
      @Schema(
              type = SchemaType.STRING,
              enumeration = {"ORDERED", "AWAITING_APPROVAL", "PAID", "DECLINED", "REFUSED"})
          State status,
      @Schema(description = "Of the problem, if it was refused or declined.") String code,
      @Schema(description = "Of the problem, if it was refused or declined.") String detail,
      @Schema(description = "Into the request (RFC 6901), if it was refused.") String pointer) {

    static ItemView of(Item item) {
      Fault fault = item.fault();
      return fault == null
          ? new ItemView(item.transactionId(), item.state(), null, null, null)
          : new ItemView(
              item.transactionId(), item.state(), fault.code(), fault.detail(), fault.pointer());
    }
  }

  static TransferBatchView of(TransferBatch batch) {
    return new TransferBatchView(
        batch.id(),
        batch.mode(),
        batch.status(),
        batch.making().at(),
        batch.closedAt(),
        batch.items().stream().map(ItemView::of).toList());
  }
}

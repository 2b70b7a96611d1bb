package org.corridor.transaction.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.corridor.transaction.application.TransferMoney.Transfer;
import org.corridor.transaction.domain.TransferBatch;
import org.corridor.transaction.domain.TransferBatch.Mode;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Transfers that are asked for together. */
@Schema(
    name = "TransferBatchRequest",
    requiredProperties = {"mode", "transfers"})
public record TransferBatchRequest(
    @Schema(
            type = SchemaType.STRING,
            enumeration = {"EACH", "ALL_OR_NOTHING"},
            description =
                "EACH: each is paid, declined or refused by itself. ALL_OR_NOTHING: nothing moves"
                    + " unless all can.")
        @NotNull(message = "is required")
        Mode mode,
    @Schema(description = "They are paid in this order.")
        @NotNull(message = "is required")
        @Size(min = 1, max = TransferBatch.MAX_TRANSFERS, message = "must have 1 to 5000 elements")
        List<@NotNull(message = "is required") @Valid TransferRequest> transfers) {

  List<Transfer> toTransfers() {
    var all = new ArrayList<Transfer>(transfers.size());
    for (var nth = 0; nth < transfers.size(); nth++) {
      all.add(transfers.get(nth).toTransfer("/transfers/" + nth));
    }
    return all;
  }
}

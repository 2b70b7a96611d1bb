package org.corridor.transaction.api;

import java.util.List;
import java.util.UUID;
import org.corridor.kernel.Money;
import org.corridor.transaction.application.file.FileResult;
import org.corridor.transaction.domain.TransferBatch.Fault;
import org.corridor.transaction.domain.TransferBatch.Item;
import org.corridor.transaction.domain.file.FiledTransfer;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of one transfer of a file. */
@Schema(
    name = "TransferFileResult",
    requiredProperties = {"number", "status"})
public record TransferFileResultView(
    @Schema(description = "Its place in the file, from 1.") int number,
    @Schema(description = "Where it begins in the file; until the contents are forgotten.")
        Integer line,
    @Schema(description = "EndToEndId of a pain.001; until the contents are forgotten.")
        String endToEndId,
    @Schema(ref = "#/components/schemas/Money") Money amount,
    @Schema(
            type = SchemaType.STRING,
            enumeration = {
              "WAITING",
              "ORDERED",
              "AWAITING_APPROVAL",
              "PAID",
              "DECLINED",
              "REFUSED"
            },
            description =
                "WAITING: its turn has not come. ORDERED: the ledger has been asked. The others:"
                    + " what became of it then; its transaction may have moved on.")
        String status,
    @Schema(description = "The transaction; none if it was refused.") UUID transactionId,
    @Schema(description = "Of the problem, if it was refused or declined.") String code,
    @Schema(description = "Of the problem, if it was refused or declined.") String detail,
    @Schema(
            type = SchemaType.STRING,
            enumeration = {"source", "destination", "amount"},
            description = "What of it is at fault, if it was refused.")
        String field) {

  private static final String WAITING = "WAITING";

  /** How a page of results looks, for the description of the interface. */
  @Schema(name = "TransferFileResultPage")
  public record ResultPage(List<TransferFileResultView> items, String next) {}

  static TransferFileResultView of(FileResult result) {
    var filed = result.transfer();
    var item = result.item();
    var fault = item.map(Item::fault);
    return new TransferFileResultView(
        result.number(),
        filed.map(FiledTransfer::line).orElse(null),
        filed.map(FiledTransfer::endToEndId).orElse(null),
        filed.map(FiledTransfer::amount).orElse(null),
        item.map(known -> known.state().name()).orElse(WAITING),
        item.map(Item::transactionId).orElse(null),
        fault.map(Fault::code).orElse(null),
        fault.map(Fault::detail).orElse(null),
        fault.map(Fault::pointer).map(TransferFileResultView::field).orElse(null));
  }

  /** A pointer into a batch that nobody has sent would say nothing. */
  private static String field(String pointer) {
    if (pointer.endsWith("/sourceAccountId")) {
      return "source";
    }
    return pointer.contains("/destinationAccount") ? "destination" : "amount";
  }
}

package org.corridor.transaction.domain.file;

import java.time.Instant;
import java.util.UUID;
import org.corridor.kernel.DomainEvent;

/**
 * All transfers of a file have come to an end, or await approval.
 *
 * @param transfers how many it has: the sum of the numbers after it
 * @param by the user or machine that sent it
 */
public record TransferFileFinished(
    UUID fileId,
    int transfers,
    int paid,
    int declined,
    int refused,
    int awaitingApproval,
    String by,
    Instant at)
    implements DomainEvent {

  /** Of a file that is done. */
  public static TransferFileFinished of(TransferFile file) {
    var counts = file.counts();
    return new TransferFileFinished(
        file.id(),
        file.total(),
        counts.paid(),
        counts.declined(),
        counts.refused(),
        counts.awaitingApproval(),
        file.making().by(),
        file.times().finishedAt());
  }

  @Override
  public String type() {
    return "transaction.file-finished.v1";
  }
}

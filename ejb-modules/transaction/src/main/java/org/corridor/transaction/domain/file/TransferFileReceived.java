package org.corridor.transaction.domain.file;

import java.time.Instant;
import java.util.UUID;
import org.corridor.kernel.DomainEvent;
import org.corridor.transaction.domain.file.TransferFile.Format;

/**
 * A file of transfers came in and will be paid.
 *
 * @param transfers how many it has
 * @param by the user or machine that sent it
 */
public record TransferFileReceived(UUID fileId, Format format, int transfers, String by, Instant at)
    implements DomainEvent {

  public static TransferFileReceived of(TransferFile file) {
    return new TransferFileReceived(
        file.id(), file.format(), file.total(), file.making().by(), file.making().at());
  }

  @Override
  public String type() {
    return "transaction.file-received.v1";
  }
}

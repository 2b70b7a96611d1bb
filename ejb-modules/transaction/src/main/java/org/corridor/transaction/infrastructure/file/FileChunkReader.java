package org.corridor.transaction.infrastructure.file;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;
import org.corridor.transaction.application.file.PayFileChunk;

/** Reads which chunk of a file comes next, until it is done or stopped; that is the checkpoint. */
@Dependent
@Named("fileChunkReader")
public class FileChunkReader extends AbstractItemReader {

  private final PayFileChunk payment;

  // the batch container's properties are injected into fields only
  @Inject
  @BatchProperty(name = BatchFileJob.FILE)
  private String fileId;

  private int next;

  @Inject
  public FileChunkReader(PayFileChunk payment) {
    this.payment = payment;
  }

  @Override
  public void open(Serializable checkpoint) {
    next = checkpoint == null ? 0 : (Integer) checkpoint;
  }

  @Override
  public Integer readItem() {
    var nth = payment.next(UUID.fromString(fileId), next);
    if (nth.isEmpty()) {
      return null;
    }
    next = nth.getAsInt() + 1;
    return nth.getAsInt();
  }

  @Override
  public Integer checkpointInfo() {
    return next;
  }
}

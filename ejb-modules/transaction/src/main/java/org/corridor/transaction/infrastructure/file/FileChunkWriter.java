package org.corridor.transaction.infrastructure.file;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.corridor.transaction.application.file.PayFileChunk;

/**
 * Pays a chunk of a file. What it does is committed when it returns, before the checkpoint is: a
 * crash between the two repeats the chunk, which has no effect the second time.
 */
@Dependent
@Named("fileChunkWriter")
public class FileChunkWriter extends AbstractItemWriter {

  private final PayFileChunk payment;

  @Inject
  @BatchProperty(name = BatchFileJob.FILE)
  private String fileId;

  @Inject
  public FileChunkWriter(PayFileChunk payment) {
    this.payment = payment;
  }

  @Override
  public void writeItems(List<Object> items) {
    items.forEach(nth -> payment.pay(UUID.fromString(fileId), (Integer) nth));
  }
}

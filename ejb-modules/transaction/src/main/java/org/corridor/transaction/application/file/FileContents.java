package org.corridor.transaction.application.file;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.corridor.platform.id.Ids;
import org.corridor.platform.json.Json;
import org.corridor.transaction.domain.file.FiledTransfer;

/**
 * The transfers of a file, cut into chunks while it comes in. A chunk that is full is held as the
 * text that is stored: a fraction of what its transfers take as objects.
 */
public final class FileContents implements Consumer<FiledTransfer> {

  /**
   * Some transfers that are paid together.
   *
   * @param batchId of the batch that they become; whoever pays them, and however often, it is this
   * @param transfers JSON
   */
  public record Chunk(UUID batchId, String transfers) {}

  private final int chunkSize;
  private final List<Chunk> full = new ArrayList<>();
  private List<FiledTransfer> filling = new ArrayList<>();
  private int total;

  FileContents(int chunkSize) {
    this.chunkSize = chunkSize;
  }

  @Override
  public void accept(FiledTransfer transfer) {
    filling.add(transfer);
    total++;
    if (filling.size() == chunkSize) {
      fill();
    }
  }

  private void fill() {
    full.add(new Chunk(Ids.next(), Json.write(filling)));
    filling = new ArrayList<>();
  }

  int total() {
    return total;
  }

  /** All of them, once the file has ended. */
  List<Chunk> chunks() {
    if (!filling.isEmpty()) {
      fill();
    }
    return full;
  }
}

package org.corridor.transaction.application.file;

import java.util.Optional;
import org.corridor.transaction.domain.TransferBatch.Item;
import org.corridor.transaction.domain.file.FiledTransfer;

/**
 * What became of one transfer of a file.
 *
 * @param number its place in the file, from 1
 * @param transfer empty if the file's contents were forgotten
 * @param item empty while it waits for its chunk
 */
public record FileResult(int number, Optional<FiledTransfer> transfer, Optional<Item> item) {}

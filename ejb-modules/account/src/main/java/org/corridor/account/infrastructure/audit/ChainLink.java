package org.corridor.account.infrastructure.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.corridor.account.infrastructure.ledger.BatchDigest;

/**
 * How the chain goes on: each seal's hash is of the seal before and of one batch, version 1 of
 * docs/adr/0011. Hashes are SHA-256, here in hexadecimal.
 *
 * <pre>
 * beginning  "corridor ledger chain", i64 journals booked before there was a chain
 * seal       u8 version, i64 number, hash of the seal before (of the beginning for number 1),
 *            i64 batch, i64 booked at (microseconds since 1970), i32 journals, i32 entries,
 *            hash of the batch's content
 * </pre>
 */
final class ChainLink {

  private static final byte VERSION = 1;
  private static final int HASH_BYTES = 32;
  private static final byte[] BEGINNING =
      "corridor ledger chain".getBytes(StandardCharsets.US_ASCII);

  private ChainLink() {}

  static String beginning(long journalsBefore) {
    var form = ByteBuffer.allocate(BEGINNING.length + Long.BYTES);
    form.put(BEGINNING).putLong(journalsBefore);
    return hash(form);
  }

  static String next(long number, String previous, ChainedBatch batch) {
    var form = ByteBuffer.allocate(1 + 3 * Long.BYTES + 2 * Integer.BYTES + 2 * HASH_BYTES);
    form.put(VERSION).putLong(number).put(HexFormat.of().parseHex(previous));
    form.putLong(batch.id()).putLong(BatchDigest.microseconds(batch.bookedAt()));
    form.putInt(batch.journals()).putInt(batch.entries());
    form.put(HexFormat.of().parseHex(batch.contentHash()));
    return hash(form);
  }

  private static String hash(ByteBuffer form) {
    var sha256 = BatchDigest.sha256();
    sha256.update(form.flip());
    return HexFormat.of().formatHex(sha256.digest());
  }
}

package org.corridor.account.infrastructure.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;
import org.corridor.account.infrastructure.ledger.KeptJournal.KeptEntry;

/**
 * The hash of all that a batch has booked: SHA-256 over one form in bytes, version 1 of
 * docs/adr/0011. All numbers are big-endian; a text, as the bytes of a fingerprint, has its length
 * before it, so that no two contents read the same.
 *
 * <pre>
 * batch    u8 version, i64 booked at (microseconds since 1970), journals in the order of their ids
 * journal  id, kind, i32 value date (days since 1970), correlation id, fingerprint,
 *          captures, reverses, metadata as it is kept, i32 entries, entries in the order of accounts
 * entry    account, i64 seq, i64 amount, currency, i64 balance after
 * id       16 bytes; one that may be missing has u8 1 before it, or is u8 0
 * </pre>
 */
public final class BatchDigest {

  private static final byte VERSION = 1;
  private static final int BUFFER_BYTES = 8_192;
  private static final int ID_BYTES = 16;

  private final MessageDigest sha256 = sha256();
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);

  public BatchDigest(Instant bookedAt) {
    buffer.put(VERSION).putLong(microseconds(bookedAt));
  }

  /** The next journal, in the order of ids ({@link KeptJournal#BY_BYTES}). */
  public void add(KeptJournal journal) {
    put(journal.id());
    put(journal.kind());
    room(Integer.BYTES).putInt(Math.toIntExact(journal.valueDate().toEpochDay()));
    put(journal.correlationId());
    put(journal.fingerprint().bytes());
    putOptional(journal.captures());
    putOptional(journal.reverses());
    put(journal.metadata());
    room(Integer.BYTES).putInt(journal.entries().size());
    journal.entries().forEach(this::put);
  }

  /** To be asked once. */
  public byte[] hash() {
    flush();
    return sha256.digest();
  }

  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** What the database keeps of an instant. */
  public static long microseconds(Instant at) {
    return Math.addExact(Math.multiplyExact(at.getEpochSecond(), 1_000_000L), at.getNano() / 1_000);
  }

  private void put(KeptEntry entry) {
    put(entry.accountId());
    room(2 * Long.BYTES).putLong(entry.seq()).putLong(entry.amount());
    put(entry.currency());
    room(Long.BYTES).putLong(entry.balanceAfter());
  }

  private void put(UUID id) {
    room(ID_BYTES).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
  }

  private void putOptional(UUID id) {
    room(1).put((byte) (id == null ? 0 : 1));
    if (id != null) {
      put(id);
    }
  }

  private void put(String text) {
    put(text.getBytes(StandardCharsets.UTF_8));
  }

  private void put(byte[] bytes) {
    room(Integer.BYTES).putInt(bytes.length);
    if (bytes.length > buffer.remaining()) {
      flush();
      sha256.update(bytes);
    } else {
      buffer.put(bytes);
    }
  }

  private ByteBuffer room(int bytes) {
    if (buffer.remaining() < bytes) {
      flush();
    }
    return buffer;
  }

  private void flush() {
    sha256.update(buffer.array(), 0, buffer.position());
    buffer.clear();
  }
}

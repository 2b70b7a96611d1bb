package org.corridor.platform.jdbc;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;

/**
 * Rows in the binary format of {@code COPY} (PostgreSQL, "COPY", "Binary Format"): a signature,
 * then for each row the number of its fields, and for each field its length and its value as the
 * type's receive function takes it.
 */
final class CopyRows {

  private static final byte[] SIGNATURE = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0
  };
  private static final int NULL = -1;
  private static final short END = -1;
  // dates and times are counted from here
  private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
  private static final long FIRST_SECOND = FIRST_DAY.toEpochDay() * 86_400;

  private ByteBuffer bytes = ByteBuffer.allocate(1 << 16);

  CopyRows() {
    var noFlags = 0;
    var noExtension = 0;
    bytes.put(SIGNATURE).putInt(noFlags).putInt(noExtension);
  }

  void beginRow(int fields) {
    room(Short.BYTES).putShort((short) fields);
  }

  CopyRows end() {
    room(Short.BYTES).putShort(END);
    return this;
  }

  void uuid(UUID value) {
    if (value == null) {
      absent();
    } else {
      field(2 * Long.BYTES)
          .putLong(value.getMostSignificantBits())
          .putLong(value.getLeastSignificantBits());
    }
  }

  void text(Object value) {
    if (value == null) {
      absent();
    } else {
      var encoded = value.toString().getBytes(StandardCharsets.UTF_8);
      field(encoded.length).put(encoded);
    }
  }

  void bigint(Long value) {
    if (value == null) {
      absent();
    } else {
      field(Long.BYTES).putLong(value);
    }
  }

  void date(LocalDate value) {
    if (value == null) {
      absent();
    } else {
      field(Integer.BYTES).putInt(Math.toIntExact(value.toEpochDay() - FIRST_DAY.toEpochDay()));
    }
  }

  void timestamp(Instant value) {
    if (value == null) {
      absent();
    } else {
      var seconds = Math.subtractExact(value.getEpochSecond(), FIRST_SECOND);
      field(Long.BYTES)
          .putLong(Math.addExact(Math.multiplyExact(seconds, 1_000_000L), value.getNano() / 1_000));
    }
  }

  private void absent() {
    room(Integer.BYTES).putInt(NULL);
  }

  private ByteBuffer field(int length) {
    return room(Integer.BYTES + length).putInt(length);
  }

  private ByteBuffer room(int wanted) {
    if (bytes.remaining() < wanted) {
      var size = Math.max(2L * bytes.capacity(), (long) bytes.position() + wanted);
      var greater = Arrays.copyOf(bytes.array(), Math.toIntExact(size));
      bytes = ByteBuffer.wrap(greater).position(bytes.position());
    }
    return bytes;
  }

  /** What was written so far, to be read. */
  ByteBuffer bytes() {
    return bytes.duplicate().flip();
  }
}

package org.corridor.dev.benchmark;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * The bytes of a request, made once. What differs from one request to the next are ids, all of one
 * length, and each is written over a place that was left for it; so sending costs neither text nor
 * garbage. For one thread.
 */
final class RequestTemplate {

  /** Stand in the text where ids shall go; they are UUIDs that nobody will ever be given. */
  static final String FIRST = "00000000-0000-0000-0000-000000000001";

  static final String SECOND = "00000000-0000-0000-0000-000000000002";
  static final String THIRD = "00000000-0000-0000-0000-000000000003";

  private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final int ID_LENGTH = 36;

  private final byte[] bytes;
  private final int first;
  private final int[] second;
  private final int[] third;

  private RequestTemplate(String text) {
    bytes = text.getBytes(StandardCharsets.UTF_8);
    first = place(text, FIRST);
    second = places(text, SECOND);
    third = places(text, THIRD);
  }

  /**
   * @param line method and path, such as {@code POST /x}
   * @param headers each with its line end; may be empty
   * @param json ASCII
   */
  static RequestTemplate of(String line, URI base, String token, String headers, String json) {
    return new RequestTemplate(
        line
            + " HTTP/1.1\r\nHost: "
            + base.getAuthority()
            + "\r\nAuthorization: Bearer "
            + token
            + "\r\nContent-Type: application/json\r\nAccept: application/json\r\nContent-Length: "
            + json.length()
            + "\r\n"
            + headers
            + "\r\n"
            + json);
  }

  byte[] bytes() {
    return bytes;
  }

  /** How many places there are for the second id, and for the third. */
  int pairs() {
    return second.length;
  }

  void second(int nth, byte[] id) {
    System.arraycopy(id, 0, bytes, second[nth], ID_LENGTH);
  }

  void third(int nth, byte[] id) {
    System.arraycopy(id, 0, bytes, third[nth], ID_LENGTH);
  }

  /** A new UUIDv7 (RFC 9562): time, then chance. */
  void newFirst() {
    var random = ThreadLocalRandom.current();
    var high = (System.currentTimeMillis() << 16) | 0x7000L | (random.nextLong() & 0x0fffL);
    var low = (random.nextLong() >>> 2) | 0x8000_0000_0000_0000L;
    write(high, low, first);
  }

  static byte[] ascii(UUID id) {
    return id.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private void write(long high, long low, int at) {
    var position = at;
    for (var digit = 0; digit < 32; digit++) {
      if (digit == 8 || digit == 12 || digit == 16 || digit == 20) {
        position++;
      }
      var half = digit < 16 ? high : low;
      bytes[position++] = DIGITS[(int) (half >>> (60 - 4 * (digit & 15))) & 15];
    }
  }

  private static int place(String text, String marker) {
    var at = places(text, marker);
    if (at.length > 1) {
      throw new IllegalArgumentException("must stand in the request once: " + marker);
    }
    return at[0];
  }

  private static int[] places(String text, String marker) {
    var at =
        IntStream.iterate(text.indexOf(marker), i -> i >= 0, i -> text.indexOf(marker, i + 1))
            .toArray();
    if (at.length == 0) {
      throw new IllegalArgumentException("must stand in the request: " + marker);
    }
    return at;
  }
}

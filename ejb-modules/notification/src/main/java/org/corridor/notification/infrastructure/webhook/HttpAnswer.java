package org.corridor.notification.infrastructure.webhook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.corridor.notification.domain.webhook.CallResult;

/**
 * The part of an HTTP/1.1 answer (RFC 9112) that matters here: the status, when to come again, and
 * how the body begins. No more is read than that, however much there is.
 */
record HttpAnswer(int status, Map<String, String> headers, String excerpt) {

  private static final int MOST_HEAD = 16_384;
  private static final int MOST_EXCERPT = 512;
  private static final int FIRST_FINAL = 200;
  private static final int NO_CONTENT = 204;
  private static final int LONGEST_NUMBER = 9;

  /** Bytes one by one; -1 at the end. */
  @FunctionalInterface
  interface Bytes {
    int next() throws IOException;
  }

  HttpAnswer {
    headers = Map.copyOf(headers);
  }

  /**
   * @throws IOException if it is no answer
   */
  static HttpAnswer read(Bytes bytes) throws IOException {
    var head = new Head(bytes);
    var answer = head.read();
    // 100 Continue and its like come before the answer
    while (answer.status() < FIRST_FINAL) {
      answer = head.read();
    }
    return new HttpAnswer(answer.status(), answer.headers(), excerpt(bytes, answer));
  }

  CallResult result() {
    return new CallResult.Answered(status, retryAfter(), excerpt);
  }

  /** In seconds, as it is usual of APIs; a date is left alone. */
  private Duration retryAfter() {
    var value = headers.getOrDefault("retry-after", "");
    return value.matches("[0-9]{1,9}") ? Duration.ofSeconds(Long.parseLong(value)) : null;
  }

  /** Lines until an empty one, all together bounded. */
  private static final class Head {

    private final Bytes bytes;
    private int read;

    Head(Bytes bytes) {
      this.bytes = bytes;
    }

    HttpAnswer read() throws IOException {
      var first = line();
      if (!first.matches("HTTP/1\\.[01] [1-5][0-9]{2}( .*)?")) {
        throw new IOException("not an answer of HTTP/1.1");
      }
      var headers = new HashMap<String, String>();
      for (var line = line(); !line.isEmpty(); line = line()) {
        var colon = line.indexOf(':');
        if (colon > 0) {
          headers.put(
              line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
        }
      }
      return new HttpAnswer(Integer.parseInt(first.substring(9, 12)), headers, "");
    }

    private String line() throws IOException {
      var line = new StringBuilder();
      for (var next = next(); next != '\n'; next = next()) {
        line.append((char) next);
      }
      var length = line.length();
      return length > 0 && line.charAt(length - 1) == '\r'
          ? line.substring(0, length - 1)
          : line.toString();
    }

    private int next() throws IOException {
      var next = bytes.next();
      if (next < 0 || ++read > MOST_HEAD) {
        throw new IOException(next < 0 ? "the answer ends too early" : "a head without an end");
      }
      return next;
    }
  }

  /** An answer counts once its head is there: a body that breaks off is only shorter here. */
  private static String excerpt(Bytes bytes, HttpAnswer head) {
    var excerpt = new StringBuilder();
    if (head.status() == NO_CONTENT) {
      return "";
    }
    try {
      var body = body(bytes, head.headers());
      for (var next = body.next(); next >= 0 && excerpt.length() < MOST_EXCERPT; ) {
        excerpt.append((char) next);
        next = excerpt.length() < MOST_EXCERPT ? body.next() : -1;
      }
    } catch (IOException e) {
      return printable(excerpt);
    }
    return printable(excerpt);
  }

  private static Bytes body(Bytes bytes, Map<String, String> headers) {
    if (headers
        .getOrDefault("transfer-encoding", "")
        .toLowerCase(Locale.ROOT)
        .contains("chunked")) {
      return new Chunks(bytes)::next;
    }
    var length = headers.getOrDefault("content-length", "");
    if (!length.matches("[0-9]{1," + LONGEST_NUMBER + "}")) {
      return bytes;
    }
    var left = new int[] {Integer.parseInt(length)};
    return () -> left[0]-- > 0 ? bytes.next() : -1;
  }

  /** A body in chunks (RFC 9112, section 7.1). */
  private static final class Chunks {

    private final Bytes bytes;
    private long left;
    private boolean begun;

    Chunks(Bytes bytes) {
      this.bytes = bytes;
    }

    int next() throws IOException {
      if (left == 0) {
        left = size();
        if (left == 0) {
          return -1;
        }
      }
      left--;
      return bytes.next();
    }

    private long size() throws IOException {
      if (begun) {
        // the line break after the chunk before
        line();
      }
      begun = true;
      var digits = line().replaceFirst("[;\\s].*", "");
      if (!digits.matches("[0-9a-fA-F]{1,8}")) {
        throw new IOException("not the size of a chunk");
      }
      return Long.parseLong(digits, 16);
    }

    private String line() throws IOException {
      var line = new StringBuilder();
      for (var next = bytes.next(); next != '\n'; next = bytes.next()) {
        if (next < 0 || line.length() > MOST_EXCERPT) {
          throw new IOException("not the size of a chunk");
        }
        line.append((char) next);
      }
      return line.toString();
    }
  }

  /** As UTF-8, without what a log or a database would stumble over. */
  private static String printable(StringBuilder latin) {
    var text =
        new String(latin.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    return text.replaceAll("\\p{Cntrl}", " ").strip();
  }
}

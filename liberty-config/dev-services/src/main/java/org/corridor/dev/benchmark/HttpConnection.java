package org.corridor.dev.benchmark;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import javax.net.ssl.SSLContext;

/**
 * One HTTP/1.1 connection over TLS that is kept open. It does what a load generator needs and no
 * more, since it shares the processors with what it measures: request bytes go out as they are, of
 * the answer only the status, its end and {@code Retry-After} are looked for.
 */
final class HttpConnection implements Closeable {

  /** How long an answer may take. */
  static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final int LONGEST_ANSWER = 64 * 1024 * 1024;
  private static final byte[] VERSION = lowerCase("HTTP/1.1 ");
  private static final byte[] LENGTH = lowerCase("Content-Length:");
  private static final byte[] ENCODING = lowerCase("Transfer-Encoding:");
  private static final byte[] CONNECTION = lowerCase("Connection:");
  private static final byte[] RETRY_AFTER = lowerCase("Retry-After:");

  private final URI base;
  private final SSLContext tls;
  private TlsChannel channel;
  private ByteBuffer answer = ByteBuffer.allocate(64 * 1024);
  private int status;
  private boolean retryAfter;
  private boolean closing;
  private boolean chunked;
  private long length;

  HttpConnection(URI base, SSLContext tls) {
    this.base = base;
    this.tls = tls;
  }

  /** Connects and shakes hands, unless that was done. */
  void open() throws IOException {
    if (channel == null) {
      channel = TlsChannel.connect(base, tls, PATIENCE);
    }
  }

  /** For a selector: readable when something of an answer has come. */
  SocketChannel channel() {
    return channel.channel();
  }

  /**
   * Sends a whole request and reads the whole answer.
   *
   * @return the status of the answer
   */
  int exchange(byte[] request) throws IOException {
    send(request);
    while (!receive()) {
      channel.awaitReadable();
    }
    return status;
  }

  /** Sends a whole request. */
  void send(byte[] request) throws IOException {
    open();
    answer.clear();
    try {
      channel.write(request);
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  /**
   * Reads what has come of the answer, without waiting for more.
   *
   * @return whether it is whole
   */
  boolean receive() throws IOException {
    try {
      makeRoom();
      if (channel.read(answer) < 0) {
        throw new EOFException("the server closed the connection instead of answering");
      }
      var whole = isWhole();
      if (whole && closing) {
        close();
      }
      return whole;
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  private void makeRoom() throws IOException {
    if (answer.remaining() >= channel.mostAtOnce()) {
      return;
    }
    if (answer.capacity() >= LONGEST_ANSWER) {
      throw new IOException("the answer is longer than " + LONGEST_ANSWER + " bytes");
    }
    answer = ByteBuffer.allocate(4 * answer.capacity()).put(answer.flip());
  }

  /** Of the last answer. */
  int status() {
    return status;
  }

  /** Whether the last answer said when to come again. */
  boolean saidRetryAfter() {
    return retryAfter;
  }

  @Override
  public void close() throws IOException {
    if (channel != null) {
      var closed = channel;
      channel = null;
      closed.close();
    }
  }

  /** Looks at all that has come: status, headers, and whether the body has come to its end. */
  private boolean isWhole() throws IOException {
    retryAfter = false;
    closing = false;
    chunked = false;
    length = 0;
    var end = endOfLine(0);
    if (end < 0) {
      return false;
    }
    if (!is(0, VERSION)) {
      throw new IOException("not an HTTP/1.1 answer: " + text(0, end));
    }
    status = Integer.parseInt(text(VERSION.length, VERSION.length + 3));
    var at = end + 1;
    for (end = endOfLine(at); end >= 0 && !isEmptyLine(at, end); end = endOfLine(at)) {
      header(at, end);
      at = end + 1;
    }
    if (end < 0) {
      return false;
    }
    return chunked ? endsWithChunk(end + 1) : answer.position() - (end + 1) >= length;
  }

  private boolean endsWithChunk(int from) {
    var at = from;
    for (var end = endOfLine(at); end >= 0; end = endOfLine(at)) {
      var size = text(at, end);
      var extension = size.indexOf(';');
      var bytes =
          Integer.parseInt((extension < 0 ? size : size.substring(0, extension)).strip(), 16);
      if (bytes == 0) {
        return endsWithTrailers(end + 1);
      }
      // behind it stands an end of line
      at = end + 1 + bytes + 2;
      if (at > answer.position()) {
        return false;
      }
    }
    return false;
  }

  private boolean endsWithTrailers(int from) {
    var at = from;
    var end = endOfLine(at);
    while (end >= 0 && !isEmptyLine(at, end)) {
      at = end + 1;
      end = endOfLine(at);
    }
    return end >= 0;
  }

  private void header(int at, int end) {
    if (is(at, LENGTH)) {
      length = Long.parseLong(text(at + LENGTH.length, end));
    } else if (is(at, ENCODING)) {
      chunked = text(at + ENCODING.length, end).equalsIgnoreCase("chunked");
    } else if (is(at, CONNECTION)) {
      closing = text(at + CONNECTION.length, end).equalsIgnoreCase("close");
    } else if (is(at, RETRY_AFTER)) {
      retryAfter = true;
    }
  }

  /** The place of the line feed; -1 if it has not come yet. */
  private int endOfLine(int from) {
    for (var i = from; i < answer.position(); i++) {
      if (answer.get(i) == '\n') {
        return i;
      }
    }
    return -1;
  }

  private boolean isEmptyLine(int at, int end) {
    return end == at || (end == at + 1 && answer.get(at) == '\r');
  }

  /** Case does not matter (RFC 9110, section 5.1). */
  private boolean is(int at, byte[] lowerCase) {
    if (answer.position() - at < lowerCase.length) {
      return false;
    }
    for (var i = 0; i < lowerCase.length; i++) {
      var found = answer.get(at + i);
      var letter = found >= 'A' && found <= 'Z' ? found + ('a' - 'A') : found;
      if (letter != lowerCase[i]) {
        return false;
      }
    }
    return true;
  }

  private String text(int from, int end) {
    return new String(answer.array(), from, end - from, StandardCharsets.ISO_8859_1).strip();
  }

  private static byte[] lowerCase(String name) {
    return name.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII);
  }
}

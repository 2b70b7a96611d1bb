package org.corridor.dev.benchmark;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * One HTTP/1.1 connection over TLS that is kept open, for one thread. It does what a load generator
 * needs and no more, since it shares the processors with what it measures: request bytes go out as
 * they are, of the answer only the status and {@code Retry-After} are looked at.
 */
final class HttpConnection implements Closeable {

  private static final int PATIENCE_MILLISECONDS = 60_000;
  private static final int LONGEST_HEAD = 16 * 1024;

  private final URI base;
  private final SSLContext tls;
  private final byte[] buffer = new byte[LONGEST_HEAD];
  private SSLSocket socket;
  private InputStream in;
  private OutputStream out;
  private int position;
  private int filled;
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
    if (socket != null) {
      return;
    }
    var fresh = (SSLSocket) tls.getSocketFactory().createSocket(base.getHost(), base.getPort());
    fresh.setTcpNoDelay(true);
    fresh.setSoTimeout(PATIENCE_MILLISECONDS);
    fresh.startHandshake();
    socket = fresh;
    in = fresh.getInputStream();
    out = fresh.getOutputStream();
    position = 0;
    filled = 0;
  }

  /**
   * Sends a whole request and reads the whole answer.
   *
   * @return the status of the answer
   */
  int exchange(byte[] request) throws IOException {
    open();
    try {
      out.write(request);
      var status = readHead();
      skipBody();
      if (closing) {
        close();
      }
      return status;
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  /** Whether the last answer said when to come again. */
  boolean saidRetryAfter() {
    return retryAfter;
  }

  @Override
  public void close() throws IOException {
    if (socket != null) {
      var closed = socket;
      socket = null;
      closed.close();
    }
  }

  private int readHead() throws IOException {
    retryAfter = false;
    closing = false;
    chunked = false;
    length = 0;
    var line = readLine();
    var space = line.indexOf(' ');
    if (!line.startsWith("HTTP/1.1 ") || line.length() < space + 4) {
      throw new IOException("not an HTTP/1.1 answer: " + line);
    }
    var status = Integer.parseInt(line.substring(space + 1, space + 4));
    for (line = readLine(); !line.isEmpty(); line = readLine()) {
      header(line);
    }
    return status;
  }

  private void header(String line) {
    if (is(line, "Content-Length:")) {
      length = Long.parseLong(valueOf(line));
    } else if (is(line, "Transfer-Encoding:")) {
      chunked = valueOf(line).equalsIgnoreCase("chunked");
    } else if (is(line, "Connection:")) {
      closing = valueOf(line).equalsIgnoreCase("close");
    } else if (is(line, "Retry-After:")) {
      retryAfter = true;
    }
  }

  private static boolean is(String line, String name) {
    return line.regionMatches(true, 0, name, 0, name.length());
  }

  private static String valueOf(String line) {
    return line.substring(line.indexOf(':') + 1).strip();
  }

  private void skipBody() throws IOException {
    if (!chunked) {
      skip(length);
      return;
    }
    for (var size = chunkSize(); size > 0; size = chunkSize()) {
      skip(size);
      readLine();
    }
    // trailers, which nobody sends, and the empty line at the end
    var line = readLine();
    while (!line.isEmpty()) {
      line = readLine();
    }
  }

  private long chunkSize() throws IOException {
    var line = readLine();
    var extension = line.indexOf(';');
    return Long.parseLong((extension < 0 ? line : line.substring(0, extension)).strip(), 16);
  }

  private void skip(long count) throws IOException {
    var left = count;
    while (left > 0) {
      if (position == filled) {
        fill(0);
      }
      var here = (int) Math.min(left, (long) filled - position);
      position += here;
      left -= here;
    }
  }

  /** Without its end; the headers are ASCII. */
  private String readLine() throws IOException {
    var from = position;
    while (true) {
      for (var i = from; i < filled; i++) {
        if (buffer[i] == '\n') {
          var end = i > position && buffer[i - 1] == '\r' ? i - 1 : i;
          var line = new String(buffer, position, end - position, StandardCharsets.ISO_8859_1);
          position = i + 1;
          return line;
        }
      }
      var kept = filled - position;
      fill(kept);
      from = position + kept;
    }
  }

  /** Reads more, behind the bytes that are still to be kept. */
  private void fill(int kept) throws IOException {
    if (kept == buffer.length) {
      throw new IOException("a line of the answer has more than " + LONGEST_HEAD + " bytes");
    }
    System.arraycopy(buffer, position, buffer, 0, kept);
    var read = in.read(buffer, kept, buffer.length - kept);
    if (read < 0) {
      throw new EOFException("the server closed the connection instead of answering");
    }
    position = 0;
    filled = kept + read;
  }
}

package org.corridor.dev.benchmark;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;

/**
 * A TLS connection that can be read without waiting, so that one thread serves many. What is
 * written waits until the network has taken it.
 */
final class TlsChannel implements Closeable {

  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private final SocketChannel channel;
  private final SSLEngine engine;
  private final ByteBuffer incoming;
  private final ByteBuffer outgoing;
  private final Duration patience;
  private Selector selector;

  private TlsChannel(SocketChannel channel, SSLEngine engine, Duration patience) {
    this.channel = channel;
    this.engine = engine;
    this.incoming = ByteBuffer.allocateDirect(2 * engine.getSession().getPacketBufferSize());
    this.outgoing = ByteBuffer.allocateDirect(engine.getSession().getPacketBufferSize());
    this.patience = patience;
  }

  /**
   * Connects and shakes hands.
   *
   * @param patience how long the other side may take each time
   */
  static TlsChannel connect(URI base, SSLContext tls, Duration patience) throws IOException {
    var engine = tls.createSSLEngine(base.getHost(), base.getPort());
    engine.setUseClientMode(true);
    var channel = SocketChannel.open(new InetSocketAddress(base.getHost(), base.getPort()));
    var connected = new TlsChannel(channel, engine, patience);
    try {
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      channel.configureBlocking(false);
      engine.beginHandshake();
      connected.shakeHands();
      return connected;
    } catch (IOException e) {
      connected.close();
      throw e;
    }
  }

  private void shakeHands() throws IOException {
    var nothing = ByteBuffer.allocate(engine.getSession().getApplicationBufferSize());
    while (isShakingHands()) {
      if (engine.getHandshakeStatus() == HandshakeStatus.NEED_UNWRAP) {
        if (read(nothing) < 0) {
          throw new IOException("the server closed the connection instead of shaking hands");
        }
        if (isShakingHands() && engine.getHandshakeStatus() == HandshakeStatus.NEED_UNWRAP) {
          await(SelectionKey.OP_READ);
        }
      } else {
        goOn(engine.getHandshakeStatus());
      }
    }
  }

  private boolean isShakingHands() {
    var status = engine.getHandshakeStatus();
    return status != HandshakeStatus.FINISHED && status != HandshakeStatus.NOT_HANDSHAKING;
  }

  /** What the engine wants to be done before it goes on. */
  private void goOn(HandshakeStatus wanted) throws IOException {
    if (wanted == HandshakeStatus.NEED_TASK) {
      for (var task = engine.getDelegatedTask(); task != null; task = engine.getDelegatedTask()) {
        task.run();
      }
    } else if (wanted == HandshakeStatus.NEED_WRAP) {
      wrap(NOTHING);
    }
  }

  /** For a selector: it is readable when something has come. */
  SocketChannel channel() {
    return channel;
  }

  /** Returns when the network has taken all of it. */
  void write(byte[] bytes) throws IOException {
    var rest = ByteBuffer.wrap(bytes);
    while (rest.hasRemaining()) {
      wrap(rest);
    }
  }

  private void wrap(ByteBuffer from) throws IOException {
    outgoing.clear();
    if (engine.wrap(from, outgoing).getStatus() == SSLEngineResult.Status.CLOSED) {
      throw new IOException("the connection was closed");
    }
    outgoing.flip();
    while (outgoing.hasRemaining()) {
      if (channel.write(outgoing) == 0) {
        await(SelectionKey.OP_WRITE);
      }
    }
  }

  /**
   * Reads what has come, without waiting for more.
   *
   * @param into has room for {@link #mostAtOnce}
   * @return how many bytes; 0 if nothing has come, -1 if nothing will
   */
  int read(ByteBuffer into) throws IOException {
    var before = into.position();
    while (true) {
      incoming.flip();
      var result = engine.unwrap(incoming, into);
      incoming.compact();
      var read = into.position() - before;
      switch (result.getStatus()) {
        case OK -> goOn(result.getHandshakeStatus());
        case BUFFER_UNDERFLOW -> {
          if (read > 0) {
            return read;
          }
          var more = channel.read(incoming);
          if (more <= 0) {
            return more;
          }
        }
        case BUFFER_OVERFLOW -> {
          return read;
        }
        case CLOSED -> {
          return read > 0 ? read : -1;
        }
      }
    }
  }

  /** How many bytes there must be room for. */
  int mostAtOnce() {
    return engine.getSession().getApplicationBufferSize();
  }

  /** Waits until something has come. */
  void awaitReadable() throws IOException {
    await(SelectionKey.OP_READ);
  }

  private void await(int operation) throws IOException {
    if (selector == null) {
      selector = Selector.open();
    }
    channel.register(selector, operation);
    if (selector.select(key -> {}, patience.toMillis()) == 0) {
      throw new SocketTimeoutException("nothing for " + patience);
    }
  }

  @Override
  public void close() throws IOException {
    if (selector != null) {
      selector.close();
    }
    channel.close();
  }
}

package org.corridor.dev.benchmark;

import java.io.Closeable;
import java.io.IOException;

/** One of the clients that make the load: does one thing at a time, again and again. */
interface LoadClient extends Closeable {

  /** Makes ready what need not be measured. */
  void open() throws IOException;

  /** Does it once and waits for the end. */
  Result send() throws IOException;

  @Override
  void close() throws IOException;

  /** What became of it. */
  enum Result {
    /** Done and durable. */
    DONE,
    /** Not done: too busy, and the client was told when to come again. */
    REFUSED,
    /** Anything else; none of it is expected. */
    FAILED
  }
}

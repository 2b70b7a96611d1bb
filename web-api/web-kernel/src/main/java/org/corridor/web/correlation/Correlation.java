package org.corridor.web.correlation;

import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** The correlation id of the request that the current thread works on. */
public final class Correlation {

  public static final String HEADER = "X-Correlation-Id";

  private static final Pattern ACCEPTED = Pattern.compile("[A-Za-z0-9._:-]{1,64}");
  private static final ThreadLocal<String> CURRENT = new ThreadLocal<>();

  private Correlation() {}

  /** Of the current request; outside of one, a new id. */
  public static String currentId() {
    var id = CURRENT.get();
    return id != null ? id : UUID.randomUUID().toString();
  }

  /** Does a part of a request's work on another thread than the one that it came in on. */
  public static <T> T within(String id, Supplier<T> work) {
    var before = CURRENT.get();
    begin(id);
    try {
      return work.get();
    } finally {
      if (before == null) {
        end();
      } else {
        begin(before);
      }
    }
  }

  /**
   * Forgets the request on this thread, which goes on to other work: another will answer it. To be
   * called last by an operation that answers asynchronously.
   */
  public static void leaveThread() {
    LogContext.clear();
    end();
  }

  /** The id that a client sent, if it is safe to log and send on; otherwise a new one. */
  static String acceptOrMake(String sent) {
    return sent != null && ACCEPTED.matcher(sent).matches() ? sent : UUID.randomUUID().toString();
  }

  static void begin(String id) {
    CURRENT.set(id);
  }

  static void end() {
    CURRENT.remove();
  }
}

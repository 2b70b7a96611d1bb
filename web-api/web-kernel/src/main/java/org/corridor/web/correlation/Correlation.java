package org.corridor.web.correlation;

import java.util.UUID;
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

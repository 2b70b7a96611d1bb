package org.corridor.web.correlation;

import java.util.HashMap;
import java.util.Map;

/**
 * What each log line of the current request carries beside its message: {@code correlationId},
 * {@code traceId}, {@code userId}; never a secret or PII. Open Liberty writes each as a member
 * {@code ext_<name>} of its JSON log.
 */
public final class LogContext {

  private static final ThreadLocal<Map<String, String>> CURRENT =
      ThreadLocal.withInitial(HashMap::new);

  private LogContext() {}

  public static void put(String name, String value) {
    CURRENT.get().put(name, value);
    ServerLog.put(name, value);
  }

  /** Of the current thread; null if there is none. */
  public static String get(String name) {
    return CURRENT.get().get(name);
  }

  static void clear() {
    CURRENT.get().keySet().forEach(ServerLog::remove);
    CURRENT.remove();
  }
}

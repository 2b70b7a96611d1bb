package org.corridor.web.correlation;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * Open Liberty's own context of log records: what is put there becomes a member {@code ext_<name>}
 * of each JSON log record that the thread writes. Its class is offered by the server and by no
 * library, so it is looked up by name; on another server there is none, and nothing happens.
 */
final class ServerLog {

  private static final String CONTEXT = "com.ibm.websphere.logging.hpel.LogRecordContext";

  private static final MethodHandle ADD =
      find("addExtension", MethodType.methodType(void.class, String.class, String.class));
  private static final MethodHandle REMOVE =
      find("removeExtension", MethodType.methodType(boolean.class, String.class));

  private ServerLog() {}

  static void put(String name, String value) {
    if (ADD != null) {
      try {
        ADD.invoke(name, value);
      } catch (Throwable e) {
        throw failed(e);
      }
    }
  }

  static void remove(String name) {
    if (REMOVE != null) {
      try {
        REMOVE.invoke(name);
      } catch (Throwable e) {
        throw failed(e);
      }
    }
  }

  private static MethodHandle find(String method, MethodType type) {
    try {
      var context = Class.forName(CONTEXT, true, ServerLog.class.getClassLoader());
      return MethodHandles.publicLookup().findStatic(context, method, type);
    } catch (ReflectiveOperationException notThisServer) {
      return null;
    }
  }

  private static IllegalStateException failed(Throwable e) {
    if (e instanceof Error error) {
      throw error;
    }
    return new IllegalStateException("the server's log context failed", e);
  }
}

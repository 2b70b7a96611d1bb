package org.corridor.platform.trace;

import io.opentelemetry.context.Context;
import java.util.function.Supplier;

/**
 * The trace that the current thread works for, to be taken along when the work goes on elsewhere. A
 * server without OpenTelemetry, or one that does not show its interface to applications, has none.
 */
public interface CurrentTrace {

  /** Does a part of the work on another thread, as part of the same trace. */
  <T> T within(Supplier<T> work);

  /** Of this thread. */
  static CurrentTrace capture() {
    return Availability.IS_THERE ? OfOpenTelemetry.capture() : None.NONE;
  }

  /** Nothing to take along. */
  enum None implements CurrentTrace {
    NONE;

    @Override
    public <T> T within(Supplier<T> work) {
      return work.get();
    }
  }

  /** Apart, so that it is only linked where the interface is there. */
  record OfOpenTelemetry(Context context) implements CurrentTrace {

    static CurrentTrace capture() {
      return new OfOpenTelemetry(Context.current());
    }

    @Override
    public <T> T within(Supplier<T> work) {
      return context.wrapSupplier(work).get();
    }
  }

  /** Looked for once. */
  final class Availability {

    static final boolean IS_THERE = isThere();

    private Availability() {}

    private static boolean isThere() {
      try {
        Class.forName(
            "io.opentelemetry.context.Context", true, CurrentTrace.class.getClassLoader());
        return true;
      } catch (ClassNotFoundException none) {
        return false;
      }
    }
  }
}

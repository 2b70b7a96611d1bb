package org.corridor.web.correlation;

import io.opentelemetry.api.trace.Span;
import java.util.Optional;

/**
 * The trace that the current request is part of. The server takes it from the header {@code
 * traceparent} (W3C Trace Context) and passes it on; a server without OpenTelemetry, or one that
 * does not show its interface to applications, has none.
 */
final class Tracing {

  private static final boolean AVAILABLE = isAvailable();

  private Tracing() {}

  static Optional<String> currentTraceId() {
    return AVAILABLE ? Current.traceId() : Optional.empty();
  }

  private static boolean isAvailable() {
    try {
      Class.forName("io.opentelemetry.api.trace.Span", true, Tracing.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException none) {
      return false;
    }
  }

  /** Apart, so that it is only linked where the interface is there. */
  private static final class Current {
    static Optional<String> traceId() {
      var context = Span.current().getSpanContext();
      return context.isValid() ? Optional.of(context.getTraceId()) : Optional.empty();
    }
  }
}

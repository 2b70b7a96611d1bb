package org.corridor.auth.application;

import java.time.Instant;

/** The time, as this context's use cases see it. */
@FunctionalInterface
public interface AuthClock {
  Instant now();
}

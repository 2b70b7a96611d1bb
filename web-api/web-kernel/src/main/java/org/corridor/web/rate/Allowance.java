package org.corridor.web.rate;

import java.util.concurrent.TimeUnit;

/**
 * What a caller got who asked.
 *
 * @param granted false if it has asked too often
 * @param remaining how many requests more it may send at once
 * @param nanosToWait until it may send another one; 0 if granted
 */
record Allowance(boolean granted, long remaining, long nanosToWait) {

  /** Rounded up: who comes back then is let in. */
  long secondsToWait() {
    return TimeUnit.NANOSECONDS.toSeconds(nanosToWait + TimeUnit.SECONDS.toNanos(1) - 1);
  }
}

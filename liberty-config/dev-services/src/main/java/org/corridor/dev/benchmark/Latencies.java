package org.corridor.dev.benchmark;

import java.util.Arrays;
import java.util.Collection;

/** How long requests took, each of them; in nanoseconds. For one thread. */
final class Latencies {

  private long[] values = new long[4096];
  private int count;

  void add(long nanoseconds) {
    if (count == values.length) {
      values = Arrays.copyOf(values, count * 2);
    }
    values[count++] = nanoseconds;
  }

  /**
   * Of several threads together.
   *
   * @param count how many there were
   * @param p50Nanos half of them took no longer; 0 if there were none
   */
  record Summary(int count, long p50Nanos, long p99Nanos) {}

  static Summary summary(Collection<Latencies> all) {
    var sorted =
        all.stream()
            .flatMapToLong(one -> Arrays.stream(one.values, 0, one.count))
            .sorted()
            .toArray();
    return sorted.length == 0
        ? new Summary(0, 0, 0)
        : new Summary(
            sorted.length,
            sorted[sorted.length / 2],
            sorted[(int) Math.min(sorted.length - 1L, sorted.length * 99L / 100)]);
  }
}

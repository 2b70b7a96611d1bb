package org.corridor.dev.benchmark;

import java.time.Duration;

/**
 * What has been used, of everything together; only differences mean something.
 *
 * @param server CPU time of the application servers
 * @param postgres CPU time of PostgreSQL
 * @param generator CPU time of the load generator
 * @param walBytes written ahead by PostgreSQL
 */
record Costs(Duration server, Duration postgres, Duration generator, long walBytes) {

  static final Costs NONE = new Costs(Duration.ZERO, Duration.ZERO, Duration.ZERO, 0);

  Costs plus(Costs other) {
    return new Costs(
        server.plus(other.server),
        postgres.plus(other.postgres),
        generator.plus(other.generator),
        walBytes + other.walBytes);
  }

  Costs since(Costs before) {
    return new Costs(
        server.minus(before.server),
        postgres.minus(before.postgres),
        generator.minus(before.generator),
        walBytes - before.walBytes);
  }

  /**
   * Of one of so many things that were done.
   *
   * @param heapBytes allocated for one
   */
  Each each(double count, double heapBytes) {
    return new Each(
        microseconds(server) / count,
        microseconds(postgres) / count,
        microseconds(generator) / count,
        walBytes / count,
        heapBytes);
  }

  /** CPU times are in microseconds, the others in bytes. */
  record Each(double server, double postgres, double generator, double wal, double heap) {}

  private static double microseconds(Duration duration) {
    return duration.toNanos() / 1e3;
  }
}

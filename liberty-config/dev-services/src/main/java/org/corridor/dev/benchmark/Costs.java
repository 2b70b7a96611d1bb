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
   * @param heapBytes allocated for all of them
   */
  Each each(double count, long heapBytes) {
    return new Each(
        microseconds(server) / count,
        microseconds(postgres) / count,
        microseconds(generator) / count,
        walBytes / count,
        heapBytes / count);
  }

  /** CPU times are in microseconds, the others in bytes. */
  record Each(double server, double postgres, double generator, double wal, double heap) {}

  private static double microseconds(Duration duration) {
    return duration.toNanos() / 1e3;
  }
}

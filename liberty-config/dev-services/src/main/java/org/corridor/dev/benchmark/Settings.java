package org.corridor.dev.benchmark;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * What the command line says: {@code -Dbenchmark.<name>}.
 *
 * @param clients at once, of the workloads and of the baseline
 * @param accounts that money moves between
 * @param measured how long each workload is measured
 * @param warmUp the longest warm-up of each workload
 * @param steady by how much two minutes may differ at the end of a warm-up, as a fraction
 * @param openClients at most, where requests come at a given rate
 * @param entries that the ledger is grown to, to measure once more; 0 not to
 * @param profile whether the server and the database are profiled meanwhile
 * @param jvmArguments of the server, beside its own; may be empty
 * @param workloads which, in their order; empty for the usual ones
 */
record Settings(
    int clients,
    int accounts,
    Duration measured,
    Duration warmUp,
    double steady,
    int openClients,
    long entries,
    boolean profile,
    String jvmArguments,
    List<String> workloads) {

  Settings {
    if (clients < 1 || accounts < 2 || measured.isZero() || measured.isNegative()) {
      throw new IllegalArgumentException(
          "nothing can be measured with "
              + clients
              + " clients, "
              + accounts
              + " accounts, "
              + measured);
    }
    workloads = List.copyOf(workloads);
  }

  static Settings fromSystemProperties() {
    return new Settings(
        Integer.getInteger("benchmark.clients", 64),
        Integer.getInteger("benchmark.accounts", 100_000),
        seconds("benchmark.seconds", 30),
        seconds("benchmark.warm-up", 600),
        Integer.getInteger("benchmark.steady", 3) / 100.0,
        Integer.getInteger("benchmark.open-clients", 512),
        Long.getLong("benchmark.entries", 0),
        Boolean.getBoolean("benchmark.profile"),
        System.getProperty("benchmark.jvm", ""),
        list("benchmark.workloads"));
  }

  private static Duration seconds(String name, int usual) {
    return Duration.ofSeconds(Integer.getInteger(name, usual));
  }

  private static List<String> list(String name) {
    return Arrays.stream(System.getProperty(name, "").split(","))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }
}

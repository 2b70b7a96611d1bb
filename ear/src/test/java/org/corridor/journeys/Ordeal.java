package org.corridor.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.corridor.dev.Context;

/**
 * Something goes wrong while money moves: transfers go on meanwhile, and afterwards every event has
 * come, those of each stream in their order, and nothing waits or was put aside.
 */
final class Ordeal {

  private static final Duration READY = Duration.ofMinutes(2);
  private static final Duration CONNECTED_AGAIN = Duration.ofSeconds(60);
  private static final List<Context> CONSUMERS = List.of(Context.TRANSACTION, Context.NOTIFICATION);

  private final House house;

  Ordeal(House house) {
    this.house = house;
  }

  interface Misfortune {
    void happen() throws Exception;
  }

  void survives(Misfortune misfortune) throws Exception {
    try (var audit = new EventAudit(house)) {
      int paidMeanwhile;
      try (var load = new SteadyLoad(house)) {
        Thread.sleep(1_000);
        var before = load.paid();
        misfortune.happen();
        Thread.sleep(1_000);
        paidMeanwhile = load.paid() - before;
        assertThat(load.refused()).isZero();
      }
      assertThat(paidMeanwhile).isPositive();
      assertThat(audit.writtenSoFar()).isGreaterThan(paidMeanwhile);
      assertThat(audit.whenAllHasCome()).isEmpty();
    }
    awaitNothingIsLeft();
  }

  /** Every server is well, and its consumer has taken everything. */
  void awaitNothingIsLeft() throws InterruptedException {
    house.topology().servers().forEach(server -> server.awaitReady(READY));
    for (var consumer : CONSUMERS) {
      awaitNothingWaits(consumer);
      assertThat(metric(consumer, "corridor_events_dead_letters")).isZero();
    }
  }

  /** Not a number while it is not known, that is until the consumer has connected again. */
  private void awaitNothingWaits(Context consumer) throws InterruptedException {
    var deadline = Instant.now().plus(CONNECTED_AGAIN);
    while (metric(consumer, "corridor_events_waiting") != 0) {
      assertThat(Instant.now()).as(consumer + " takes what waits").isBefore(deadline);
      Thread.sleep(500);
    }
  }

  private double metric(Context context, String name) {
    return house
        .asNobody()
        .get(house.server(context).baseUri() + "/metrics?scope=application")
        .expect(200)
        .body()
        .lines()
        .filter(line -> line.startsWith(name + "{"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .findFirst()
        .orElseThrow();
  }
}

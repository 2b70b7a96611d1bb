package org.corridor.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AMQP.BasicProperties;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.corridor.dev.Context;
import org.corridor.dev.RabbitServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * RabbitMQ fails while money moves. Transfers go on meanwhile, health says what is wrong, and
 * afterwards every event has come, those of each stream in their order.
 */
@ExtendWith(House.Key.class)
@Tag("distributed")
class BrokerIT {

  private static final Duration READY = Duration.ofMinutes(2);
  private static final Duration OUTAGE = Duration.ofSeconds(60);
  private static final Duration ALARM = Duration.ofSeconds(15);
  private static final Duration CONNECTED_AGAIN = Duration.ofSeconds(60);
  private static final int CUTS = 8;

  private final House house;
  private final RabbitServer broker;

  BrokerIT(House house) {
    this.house = house;
    this.broker = house.topology().brokers().get(0);
  }

  private interface Misfortune {
    void happen() throws Exception;
  }

  @BeforeEach
  void allIsWell() {
    house.topology().servers().forEach(server -> server.awaitReady(READY));
  }

  @Test
  void isAwayForAMinute() throws Exception {
    survives(
        () -> {
          broker.stop();
          Thread.sleep(OUTAGE.toMillis());
          assertThat(readiness(Context.TRANSACTION))
              .contains("transaction-events")
              .contains("DOWN");
          assertThat(readiness(Context.ACCOUNT)).contains("DOWN");
          broker.start();
          broker.awaitReady();
        });
  }

  @Test
  void isKilled() throws Exception {
    survives(
        () -> {
          broker.kill();
          broker.start();
          broker.awaitReady();
        });
  }

  @Test
  void hasNoDiskLeft() throws Exception {
    survives(
        () -> {
          broker.control("set_disk_free_limit", "1000000GB");
          Thread.sleep(ALARM.toMillis());
          broker.control("set_disk_free_limit", "50MB");
        });
  }

  @Test
  void cutsItsConnectionsAgainAndAgain() throws Exception {
    survives(
        () -> {
          for (var cut = 0; cut < CUTS; cut++) {
            broker.control("close_all_connections", "a cut");
            Thread.sleep(700);
          }
        });
  }

  @Test
  void aRelayIsKilledBetweenPublishingAndForgetting() throws Exception {
    survives(
        () -> {
          var server = house.server(Context.CLIENT);
          server.kill();
          server.start();
          server.awaitReady(READY);
        });
  }

  @Test
  void whatNoConsumerCanTakeIsPutAsideShownTakenAgainAndDropped() throws Exception {
    var id = Bank.aNewId();
    var bad =
        """
        {"id":"%s","type":"account.journal-posted.v1","source":"/account","subject":"journal/x",\
        "sequence":1,"time":"2026-11-02T12:00:00Z","correlationId":"a-journey","data":{}}"""
            .formatted(id);
    try (var audit = new EventAudit(house);
        var connection = audit.connect();
        var channel = connection.createChannel()) {
      channel.basicPublish(
          "corridor.events",
          "account.journal-posted.v1",
          new BasicProperties.Builder()
              .messageId(id)
              .deliveryMode(2)
              .headers(Map.of("subject", "journal/x", "sequence", 1L))
              .build(),
          bad.getBytes(StandardCharsets.UTF_8));
    }
    var letters = new Letters(house);

    letters.await(id);

    assertThat(letters.read(id).expect(200).text("/reason")).contains("journalId is missing");
    assertThat(letters.read(id).text("/body")).contains(id);
    letters.replay(id).expect(409);
    assertThat(letters.read(id).expect(200).json().at("/failures").asInt()).isEqualTo(2);
    letters.discard(id).expect(204);
    letters.discard(id).expect(404);
  }

  private void survives(Misfortune misfortune) throws Exception {
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
    house.topology().servers().forEach(server -> server.awaitReady(READY));
    for (var consumer : List.of(Context.TRANSACTION, Context.NOTIFICATION)) {
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

  private String readiness(Context context) {
    return house.asNobody().get(house.server(context).baseUri() + "/health/ready").body();
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

package org.corridor.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AMQP.BasicProperties;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
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
  private static final int CUTS = 8;

  /** Longer than the relay waits for a confirmation. */
  private static final Duration FROZEN = Duration.ofSeconds(15);

  /** A window that is finished is what the cursor says after everything was published. */
  private static final List<String> STOP_RELAY =
      List.of(
          "create function wait_before_forgetting() returns trigger language plpgsql as"
              + " 'begin perform pg_sleep(600); return new; end'",
          "create trigger wait_before_forgetting before update on relay_cursor for each row"
              + " when (new.low = new.high) execute function wait_before_forgetting()");

  private static final List<String> LET_RELAY_GO =
      List.of(
          "select pg_terminate_backend(pid) from pg_stat_activity"
              + " where datname = 'client' and query like 'update relay_cursor%'",
          "drop trigger wait_before_forgetting on relay_cursor",
          "drop function wait_before_forgetting()");

  private final House house;
  private final RabbitServer broker;
  private final Ordeal ordeal;

  BrokerIT(House house) {
    this.house = house;
    this.broker = house.topology().brokers().get(0);
    this.ordeal = new Ordeal(house);
  }

  @BeforeEach
  void allIsWell() {
    house.topology().servers().forEach(server -> server.awaitReady(READY));
  }

  @Test
  void isAwayForAMinute() throws Exception {
    ordeal.survives(
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
    ordeal.survives(
        () -> {
          broker.kill();
          broker.start();
          broker.awaitReady();
        });
  }

  @Test
  void hasNoDiskLeft() throws Exception {
    ordeal.survives(
        () -> {
          broker.control("set_disk_free_limit", "1000000GB");
          Thread.sleep(ALARM.toMillis());
          broker.control("set_disk_free_limit", "50MB");
        });
  }

  @Test
  void cutsItsConnectionsAgainAndAgain() throws Exception {
    ordeal.survives(
        () -> {
          for (var cut = 0; cut < CUTS; cut++) {
            broker.control("close_all_connections", "a cut");
            Thread.sleep(700);
          }
        });
  }

  @Test
  void hangsWhileItHasWhatItHasNotConfirmed() throws Exception {
    ordeal.survives(
        () -> {
          broker.freeze();
          Thread.sleep(FROZEN.toMillis());
          assertThat(broker.isRunning()).isTrue();
          broker.thaw();
          broker.awaitReady();
        });
  }

  /** The cursor of the relay cannot move, so it waits right after the broker has confirmed. */
  @Test
  void aRelayIsKilledBetweenPublishingAndForgetting() throws Exception {
    var bank = new Bank(house);
    try (var audit = new EventAudit(house)) {
      relayStopsBeforeItForgets(true);
      var client = bank.anActiveClient();
      audit.await(client);
      var server = house.server(Context.CLIENT);
      server.kill();
      relayStopsBeforeItForgets(false);
      server.start();
      server.awaitReady(READY);

      audit.awaitAgain(client);
      assertThat(audit.whenAllHasCome()).isEmpty();
    }
    ordeal.awaitNothingIsLeft();
  }

  private void relayStopsBeforeItForgets(boolean stops) throws SQLException {
    try (var connection = house.services().postgres().connectAsSuperuser(Context.CLIENT.id());
        var statement = connection.createStatement()) {
      for (var sql : stops ? STOP_RELAY : LET_RELAY_GO) {
        statement.execute(sql);
      }
    }
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

  private String readiness(Context context) {
    return house.asNobody().get(house.server(context).baseUri() + "/health/ready").body();
  }
}

package org.corridor.notification.infrastructure.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.corridor.notification.application.webhook.ChangeEndpoint;
import org.corridor.notification.application.webhook.DisableEndpoint;
import org.corridor.notification.application.webhook.EndpointBook;
import org.corridor.notification.application.webhook.EndpointOutcome.DoneWithSecret;
import org.corridor.notification.application.webhook.MakeWebhooks;
import org.corridor.notification.application.webhook.ReadEndpoints;
import org.corridor.notification.application.webhook.RecordWebhookAttempt;
import org.corridor.notification.application.webhook.RecordWebhooks;
import org.corridor.notification.application.webhook.RegisterEndpoint;
import org.corridor.notification.application.webhook.ReplayWebhooks;
import org.corridor.notification.application.webhook.SendWebhooks;
import org.corridor.notification.application.webhook.TellEndpoints;
import org.corridor.notification.application.webhook.WebhookCalls;
import org.corridor.notification.application.webhook.WebhookMessages.Claimed;
import org.corridor.notification.application.webhook.WebhookMessages.Lane;
import org.corridor.notification.domain.webhook.CallResult;
import org.corridor.notification.domain.webhook.CallResult.Answered;
import org.corridor.notification.domain.webhook.Endpoint;
import org.corridor.notification.domain.webhook.Endpoint.Chosen;
import org.corridor.notification.domain.webhook.EndpointOwner;
import org.corridor.notification.domain.webhook.EventPatterns;
import org.corridor.notification.domain.webhook.WebhookMessage;
import org.corridor.notification.infrastructure.JdbcEventInbox;
import org.corridor.notification.infrastructure.JdbcEventLog;
import org.corridor.notification.infrastructure.JdbcNotices;
import org.corridor.notification.infrastructure.LocalUnits;
import org.corridor.platform.events.ReceivedEvent;
import org.corridor.platform.events.Trail;
import org.corridor.platform.id.Ids;
import org.corridor.platform.json.Json;
import org.corridor.platform.schema.Migrations;
import org.corridor.testing.TestDatabase;

/** All use cases of webhooks on a real database; calls are only written down. */
final class WebhookWorld {

  static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
  static final Trail TRAIL = Trail.of("correlation");
  static final EndpointOwner ORGANISATION = EndpointOwner.organisation();

  private static final Path EVENTS = Path.of("..", "..", "docs", "contracts", "events");
  private static final TestDatabase DATABASE = migrated();

  final LocalUnits units = new LocalUnits(DATABASE.app());
  final Ticking clock = new Ticking();
  final List<Call> calls = Collections.synchronizedList(new ArrayList<>());
  final List<String> counted = Collections.synchronizedList(new ArrayList<>());
  volatile CallResult answer = new Answered(200, null, "ok");
  volatile WebhookCalls answers = (url, headers, body) -> answer;

  final WebhookSettings settings = TestSettings.of(Map.of("key", TestSettings.KEY));
  final AesGcmVault vault = new AesGcmVault(settings);
  final JdbcEndpoints endpoints = new JdbcEndpoints(units.database());
  final JdbcWebhookMessages messages = new JdbcWebhookMessages(units.database());
  final MakeWebhooks making = new MakeWebhooks(endpoints, messages, clock);
  final TellEndpoints telling = new TellEndpoints(making);
  private final EndpointBook book = new EndpointBook(endpoints, new JdbcEventLog(units.database()));

  final RegisterEndpoint registering = new RegisterEndpoint(book, vault, clock);
  final ChangeEndpoint changing =
      new ChangeEndpoint(units, book, messages, new ChangeEndpoint.Sealing(vault, settings), clock);
  final ReadEndpoints reading = new ReadEndpoints(units, endpoints, messages);
  final ReplayWebhooks replaying = new ReplayWebhooks(endpoints, messages, making, vault, clock);
  final WebhookEvents events =
      new WebhookEvents(new RecordWebhooks(units, new JdbcEventInbox(units.database()), making));
  final SendWebhooks sending =
      new SendWebhooks(
          units,
          messages,
          new SendWebhooks.Calling(vault, this::call),
          new RecordWebhookAttempt(
              units,
              messages,
              new DisableEndpoint(book, messages, new JdbcNotices(units.database())),
              new RecordWebhookAttempt.Judging(settings, counted::add),
              clock),
          clock);

  /** As it would have gone out. */
  record Call(String url, Map<String, String> headers, String body) {

    JsonNode json() {
      return Json.read(body, JsonNode.class);
    }
  }

  WebhookWorld() {
    execute(
        "truncate webhook_endpoint, webhook_message, webhook_attempt, notice, event, inbox cascade");
  }

  private static TestDatabase migrated() {
    var database = TestDatabase.create("notification");
    new Migrations(database.owner(), "notification", WebhookWorld.class.getClassLoader()).apply();
    return database;
  }

  private CallResult call(String url, Map<String, String> headers, String body) {
    if (units.isRunning()) {
      throw new IllegalStateException("somebody is called inside of a unit of work");
    }
    calls.add(new Call(url, Map.copyOf(headers), body));
    return answers.post(url, headers, body);
  }

  DoneWithSecret register(EndpointOwner owner, String... patterns) {
    return (DoneWithSecret)
        units.within(() -> registering.register(owner, chosen(patterns), "admin-1", TRAIL));
  }

  /** The organisation's, for all events. */
  Endpoint register(String url) {
    var chosen = new Chosen(url, new EventPatterns(List.of("*")), null, true);
    var done = units.within(() -> registering.register(ORGANISATION, chosen, "admin-1", TRAIL));
    return ((DoneWithSecret) done).endpoint();
  }

  static Chosen chosen(String... patterns) {
    return new Chosen("https://hooks.example/", new EventPatterns(List.of(patterns)), null, true);
  }

  /** The example of the event's contract, as others publish it. */
  static ReceivedEvent example(String type) {
    try {
      var data = Json.mapper().readTree(Files.readString(EVENTS.resolve(type + ".example.json")));
      return new ReceivedEvent(Ids.next(), type, "stream/1", 1, NOON, "correlation", data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void happened(ReceivedEvent... happened) {
    events.take(List.of(happened));
  }

  /** Everything that is due is sent once. */
  void sendAll() {
    for (var failing : new boolean[] {false, true}) {
      claim(failing, Map.of()).forEach(sending::send);
    }
  }

  List<Claimed> claim(boolean failing, Map<UUID, Integer> underWay) {
    return sending.claim(new Lane(failing, 100, new HashMap<>(underWay)), 100);
  }

  Endpoint read(Endpoint endpoint) {
    return reading.byId(endpoint.owner(), endpoint.id()).orElseThrow();
  }

  List<WebhookMessage> log(Endpoint endpoint) {
    return reading.deliveries(endpoint.owner(), endpoint.id(), null, null, 100).orElseThrow();
  }

  void execute(String sql) {
    try (var owner = DATABASE.owner().getConnection();
        var statement = owner.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  String value(String sql) {
    try (var owner = DATABASE.owner().getConnection();
        var statement = owner.createStatement();
        var rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getString(1) : null;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  void forgetOld() {
    try (var app = DATABASE.app().getConnection()) {
      WebhookHousekeeping.forget(app, settings, clock.instant());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  void sealAnew(AesGcmVault by) {
    try {
      WebhookSecretsAnew.sealAnew(DATABASE.app(), by);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A clock that stands still until it is moved. */
  static final class Ticking extends Clock {

    private volatile Instant now = NOON;

    void advance(Duration by) {
      now = now.plus(by);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException("always UTC");
    }
  }
}

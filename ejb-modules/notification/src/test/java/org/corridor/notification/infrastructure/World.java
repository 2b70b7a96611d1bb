package org.corridor.notification.infrastructure;

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
import java.util.List;
import java.util.UUID;
import org.corridor.notification.application.AddDeliveries;
import org.corridor.notification.application.AddMessage;
import org.corridor.notification.application.AddressNotices;
import org.corridor.notification.application.Channels;
import org.corridor.notification.application.ComposeMessage;
import org.corridor.notification.application.Deliveries;
import org.corridor.notification.application.FindAddress;
import org.corridor.notification.application.FindRecipient;
import org.corridor.notification.application.Gateway;
import org.corridor.notification.application.KeepPreferences;
import org.corridor.notification.application.MakeDeliveries;
import org.corridor.notification.application.ReachClients;
import org.corridor.notification.application.ReadDeliveries;
import org.corridor.notification.application.ReadMessages;
import org.corridor.notification.application.RecordAttempt;
import org.corridor.notification.application.RecordNotices;
import org.corridor.notification.application.SendDeliveries;
import org.corridor.notification.application.SumUpNotices;
import org.corridor.notification.application.SummaryTerms;
import org.corridor.notification.application.TakePushSubscriptions;
import org.corridor.notification.application.TellRecipient;
import org.corridor.notification.application.webhook.MakeWebhooks;
import org.corridor.notification.application.webhook.TellEndpoints;
import org.corridor.notification.domain.Channel;
import org.corridor.notification.domain.Delivery;
import org.corridor.notification.domain.Message;
import org.corridor.notification.domain.Preferences;
import org.corridor.notification.domain.Recipient;
import org.corridor.notification.infrastructure.events.AccountNotices;
import org.corridor.notification.infrastructure.events.IdentityNotices;
import org.corridor.notification.infrastructure.events.PaymentNotices;
import org.corridor.notification.infrastructure.events.SecurityNotices;
import org.corridor.notification.infrastructure.webhook.JdbcEndpoints;
import org.corridor.notification.infrastructure.webhook.JdbcWebhookMessages;
import org.corridor.notification.infrastructure.words.FreemarkerWording;
import org.corridor.platform.events.EventHandler;
import org.corridor.platform.events.ReceivedEvent;
import org.corridor.platform.id.Ids;
import org.corridor.platform.json.Json;
import org.corridor.platform.schema.Migrations;
import org.corridor.testing.TestDatabase;

/** All use cases on a real database, with the other contexts in memory. */
final class World {

  static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

  private static final Path CONTRACTS = Path.of("..", "..", "docs", "contracts", "events");
  private static final TestDatabase DATABASE = migrated();
  static final int SUMMED_FROM = 10;
  static final Duration SUMMARY_PAUSE = Duration.ofMinutes(10);
  private static final SummaryTerms SUMMARIES =
      new SummaryTerms() {
        @Override
        public int from() {
          return SUMMED_FROM;
        }

        @Override
        public Duration pause() {
          return SUMMARY_PAUSE;
        }
      };

  final LocalUnits units = new LocalUnits(DATABASE.app());
  final TickingClock clock = new TickingClock();
  final FakeDirectory directory = new FakeDirectory(units::isRunning);
  final RecordingGateway mail = new RecordingGateway(Channel.EMAIL, units::isRunning);
  final RecordingGateway sms = new RecordingGateway(Channel.SMS, units::isRunning);
  final RecordingGateway push = new RecordingGateway(Channel.PUSH, units::isRunning);
  final List<String> counted = new ArrayList<>();

  private final NotificationDatabase database = units.database();
  final JdbcNotices notices = new JdbcNotices(database);
  final JdbcDeliveries stored = new JdbcDeliveries(database);
  final JdbcMessages messages = new JdbcMessages(database);
  final JdbcPreferences preferences = new JdbcPreferences(database);
  final JdbcPushSubscriptions subscriptions = new JdbcPushSubscriptions(database);
  final FreemarkerWording wording = new FreemarkerWording();
  private final Channels channels = new ConfiguredChannels(List.of(mail, sms, push));
  private final JdbcEventLog events = new JdbcEventLog(database);

  private final RecordNotices recording =
      new RecordNotices(units, new JdbcEventInbox(database), notices, clock);
  private final List<EventHandler> handlers =
      List.of(
          new PaymentNotices(recording),
          new AccountNotices(recording),
          new IdentityNotices(recording),
          new SecurityNotices(recording, new JdbcKnownDevices(database)));

  private final MakeWebhooks webhooks =
      new MakeWebhooks(new JdbcEndpoints(database), new JdbcWebhookMessages(database), clock);

  final AddressNotices addressing =
      new AddressNotices(
          units,
          notices,
          new SumUpNotices(units, notices, new JdbcSummaries(database), SUMMARIES, clock),
          new FindRecipient(directory),
          new TellRecipient(
              new MakeDeliveries(
                  preferences,
                  new AddMessage(messages, stored, wording, this::count),
                  new AddDeliveries(stored, subscriptions, channels),
                  World::defaults,
                  clock),
              new TellEndpoints(webhooks)),
          clock);
  final SendDeliveries sending =
      new SendDeliveries(
          units,
          stored,
          new ComposeMessage(
              units,
              preferences,
              new FindAddress(directory, units, subscriptions),
              wording,
              new ComposeMessage.Settled(World::defaults, clock)),
          new RecordAttempt(
              units, stored, subscriptions, new RecordAttempt.Telling(events, this::count), clock),
          clock);
  final ReachClients reach = new ReachClients(directory);
  final KeepPreferences keeping =
      new KeepPreferences(
          units,
          new KeepPreferences.PreferenceBook(preferences, World::defaults, events),
          reach,
          channels,
          clock);
  final ReadDeliveries log = new ReadDeliveries(units, stored, reach);
  final ReadMessages reading = new ReadMessages(units, messages, clock);
  final TakePushSubscriptions devices = new TakePushSubscriptions(units, subscriptions, clock);

  World() {
    execute(
        "truncate notice, notice_summary, delivery, message, mailbox, preference, known_device,"
            + " push_subscription, event, inbox");
  }

  private static TestDatabase migrated() {
    var database = TestDatabase.create("notification");
    new Migrations(database.owner(), "notification", World.class.getClassLoader()).apply();
    return database;
  }

  private static Preferences defaults() {
    return Preferences.initial(ZoneOffset.UTC);
  }

  private synchronized void count(Channel channel, String outcome) {
    counted.add(channel + " " + outcome);
  }

  /** The example of the event's contract, as others publish it. */
  static ReceivedEvent example(String type) {
    try {
      var file = CONTRACTS.resolve(type + ".example.json");
      return event(type, Json.mapper().readTree(Files.readString(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ReceivedEvent event(String type, JsonNode data) {
    return new ReceivedEvent(Ids.next(), type, "stream/1", 1, NOON, "correlation", data);
  }

  static ReceivedEvent event(String type, String json) {
    return event(type, Json.read(json, JsonNode.class));
  }

  /** Events come: to whoever takes them, then everything is addressed. */
  void happened(ReceivedEvent... events) {
    take(events);
    addressAll();
  }

  void take(ReceivedEvent... events) {
    for (var event : events) {
      handlers.stream()
          .filter(handler -> handler.types().contains(event.type()))
          .forEach(handler -> handler.take(List.of(event)));
    }
  }

  void addressAll() {
    while (addressing.addressSome() > 0) {
      // again
    }
  }

  /** Everything that is due in the channel is sent once. */
  void sendAll(Gateway gateway) {
    sending.claim(gateway.channel(), 100).forEach(claimed -> sending.send(claimed, gateway));
  }

  List<Delivery> deliveries(Recipient recipient) {
    return units.within(() -> stored.list(new Deliveries.Filter(recipient, null, null), null, 100));
  }

  List<Delivery> deliveries(Recipient recipient, Channel channel) {
    return deliveries(recipient).stream().filter(d -> d.channel() == channel).toList();
  }

  List<Message> messagesOf(Recipient recipient) {
    return reading.newest(recipient, false, null, 100);
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

  /** A client with everything, told in English. */
  UUID anna() {
    return directory.addClient("en", "anna@example.com", "+493012345678");
  }

  static ReceivedEvent paid(UUID sourceClient, UUID sourceAccount, UUID toClient, UUID toAccount) {
    return event(
        "transaction.paid.v1",
        """
        {"transactionId":"%s","kind":"TRANSFER",
         "source":{"accountId":"%s","clientId":"%s","branch":"BER"},
         "destination":{"accountId":"%s","clientId":"%s","branch":"MUC"},
         "amount":{"amount":"12.50","currency":"EUR"},"reference":"For Ben's secret surgery",
         "bookedAt":"2026-11-02T12:00:00Z","by":"anna-1","at":"2026-11-02T12:00:00Z"}"""
            .formatted(UUID.randomUUID(), sourceAccount, sourceClient, toAccount, toClient));
  }

  /** A clock that stands still until it is moved. */
  static final class TickingClock extends Clock {

    private volatile Instant now = NOON;

    void advance(Duration by) {
      now = now.plus(by);
    }

    void set(Instant instant) {
      now = instant;
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

package org.corridor.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.corridor.dev.Context;
import org.corridor.dev.demo.Door;
import org.corridor.dev.demo.SignIn;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People are told what concerns them, as they have chosen. */
@ExtendWith(House.Key.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NotificationIT {

  private static final String NOTIFICATION = "/api/notification/v1";
  private static final String PREFERENCES = NOTIFICATION + "/preferences";
  private static final String MESSAGES = NOTIFICATION + "/messages";
  private static final String STREAM = MESSAGES + "/stream";
  private static final Pattern NUMBER_OF_PAYMENTS =
      Pattern.compile("^([0-9.,]+) (?:payments|Zahlungen)");
  private static final int MANY = 1_000;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final String ALL_OFF =
      """
      {"timeZone":"Europe/Berlin","amounts":"NOWHERE",
       "channels":{"payments":[],"accounts":[],"identity":[]}}""";

  private House house;
  private Bank bank;

  /** A client with a user that signs in, a mailbox, and an account with a hundred euros. */
  private record Customer(
      String username, String userId, String clientId, String account, Door door) {

    String address() {
      return username + "@example.com";
    }
  }

  @BeforeAll
  void enter(House open) {
    house = open;
    bank = new Bank(open);
  }

  @Test
  void aTransferReachesTheMailboxTheAppAndTheOpenStream() {
    var clara = aCustomer();
    // what has happened before has its messages before the stream begins
    await(() -> has(clara, "CASH_DEPOSITED") && has(clara, "NEW_DEVICE"));

    var streamed =
        assertTimeoutPreemptively(
            PATIENCE,
            () -> {
              try (var lines = clara.door().lines(STREAM)) {
                var line = lines.iterator();
                awaitOpen(line);
                bank.transfer(clara.door(), clara.account(), house.demo().accountOf("ben"), "12.50")
                    .expect(201);
                return nextEvent(line);
              }
            });

    assertThat(streamed).anyMatch(line -> line.startsWith("id:"));
    assertThat(streamed).anyMatch(line -> line.contains("MONEY_SENT") && line.contains("12,50"));
    var message = messagesOf(clara).get(0);
    assertThat(type(message)).isEqualTo("MONEY_SENT");
    assertThat(message.path("category").asText()).isEqualTo("PAYMENTS");
    await(() -> mails(clara, "MONEY_SENT"));
    var log = clara.door().get(NOTIFICATION + "/deliveries?channel=EMAIL").expect(200);
    assertThat(log.body()).contains("\"SENT\"").doesNotContain("@", "12,50");
    var mail = house.mail().mailsTo(clara.address()).get(0).text();
    assertThat(mail).contains("Message-ID: <", "From: Corridor").doesNotContain("12,50");
  }

  @Test
  void aThousandPaymentsAreToldInAFewMessagesThatNameThemAll() {
    var payer = aCustomer();
    var transfer = Bank.transferOf(payer.account(), bank.anAccount(), "0.01");
    var transfers = String.join(",", Collections.nCopies(MANY, transfer));

    house
        .as("teller")
        .post(
            "/api/transaction/v1/transfer-batches",
            "{\"mode\":\"EACH\",\"transfers\":[" + transfers + "]}")
        .expect(201);
    await(() -> told(payer, "MONEY_SENT") >= MANY);

    assertThat(told(payer, "MONEY_SENT")).isEqualTo(MANY);
    assertThat(messagesOf(payer)).hasSizeLessThan(100);
  }

  /** How many payments the customer's messages of a type name. */
  private static int told(Customer customer, String type) {
    return messagesOf(customer).stream()
        .filter(message -> type(message).equals(type))
        .map(message -> NUMBER_OF_PAYMENTS.matcher(message.path("text").asText()))
        .mapToInt(
            count -> count.find() ? Integer.parseInt(count.group(1).replaceAll("[.,]", "")) : 1)
        .sum();
  }

  @Test
  void aMessageIsReadAndNoneIsMissedAfterABreak() {
    var clara = aCustomer();
    await(() -> !messagesOf(clara).isEmpty());
    var message = messagesOf(clara).get(0).path("id").asText();

    clara.door().put(MESSAGES + "/" + message + "/read", "").expect(200);

    assertThat(messages(clara.door(), "?unread=true"))
        .extracting(m -> m.path("id").asText())
        .doesNotContain(message);
    house.as("anna").put(MESSAGES + "/" + message + "/read", "").expect(404);
    var missed =
        assertTimeoutPreemptively(
            PATIENCE,
            () -> {
              try (var lines = clara.door().lines(STREAM, "Last-Event-ID", "0")) {
                return nextEvent(lines.iterator());
              }
            });
    assertThat(missed).anyMatch(line -> line.strip().matches("id: ?1"));
  }

  @Test
  void whoHasSwitchedEverythingOffIsToldOfItsPasswordAlone() {
    var clara = aCustomer();
    await(() -> has(clara, "CASH_DEPOSITED"));
    clara.door().put(PREFERENCES, ALL_OFF, "If-Match", "\"0\"").expect(200);

    bank.transfer(clara.door(), clara.account(), house.demo().accountOf("ben"), "1.00").expect(201);
    var withNewPassword = changePassword(clara);

    await(() -> has(withNewPassword, "PASSWORD_CHANGED"));
    await(() -> mails(withNewPassword, "PASSWORD_CHANGED"));
    assertThat(messagesOf(withNewPassword)).noneMatch(m -> type(m).equals("MONEY_SENT"));
  }

  @Test
  void preferencesAreReadAndSetByTheCustomerAndByStaffOfItsBranch() {
    var client = bank.anActiveClient();
    var path = NOTIFICATION + "/clients/" + client + "/preferences";
    var agent = house.as("agent");

    assertThat(agent.get(path).expect(200).header("ETag")).hasValue("\"0\"");
    var set = agent.put(path, ALL_OFF, "If-Match", "\"0\"").expect(200);

    assertThat(set.header("ETag")).hasValue("\"1\"");
    assertThat(set.text("/timeZone")).isEqualTo("Europe/Berlin");
    agent.put(path, ALL_OFF, "If-Match", "\"0\"").expect(412);
    agent.put(path, ALL_OFF).expect(428);
    house.as("agent-muc").get(path).expect(404);
    house.as("anna").get(path).expect(404);
    house.as("teller").put(path, ALL_OFF, "If-Match", "\"1\"").expect(403);
    assertThat(house.as("viewer").get(path).expect(200).header("ETag")).hasValue("\"1\"");
    assertThat(house.asMachine().get(PREFERENCES).expect(422).text("/code"))
        .isEqualTo("no-recipient");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"timeZone\":\"Mars/Base\",\"amounts\":\"IN_APP\"|{}|400|/timeZone",
        "\"amounts\":\"IN_APP\"|{}|400|/timeZone",
        "\"timeZone\":\"UTC\",\"amounts\":\"SOMETIMES\"|{}|400|/amounts",
        "\"timeZone\":\"UTC\",\"amounts\":\"IN_APP\",\"language\":\"FR\"|{}|400|/language",
        "\"timeZone\":\"UTC\",\"amounts\":\"IN_APP\"|{\"from\":\"22:00\",\"to\":\"22:00\"}|400|/quietHours/to",
        "\"timeZone\":\"UTC\",\"amounts\":\"IN_APP\"|{\"from\":\"24:00\",\"to\":\"07:00\"}|400|/quietHours/from",
      })
  void badPreferencesAreRefusedWithThePlaceAndChangeNothing(
      String members, String quiet, int status, String pointer) {
    var viewer = house.as("teller2");
    var quietHours = quiet.equals("{}") ? "" : ",\"quietHours\":" + quiet;
    var json =
        "{%s%s,\"channels\":{\"payments\":[],\"accounts\":[],\"identity\":[]}}"
            .formatted(members, quietHours);
    var anna = house.as("anna");
    var before = anna.get(PREFERENCES).expect(200);

    var answer =
        anna.put(PREFERENCES, json, "If-Match", before.header("ETag").orElseThrow()).expect(status);

    assertThat(answer.json().path("errors").findValuesAsText("pointer")).contains(pointer);
    assertThat(anna.get(PREFERENCES).expect(200).body()).isEqualTo(before.body());
    assertThat(viewer.get(PREFERENCES).expect(200).header("ETag")).hasValue("\"0\"");
  }

  @Test
  void securityNoticesCannotBeSwitchedOffAndOnlyWhatIsOfferedCanBeChosen() {
    var anna = house.as("anna");
    var version = anna.get(PREFERENCES).expect(200).header("ETag").orElseThrow();

    var security =
        anna.put(
                PREFERENCES,
                ALL_OFF.replace("\"identity\":[]", "\"identity\":[],\"security\":[]"),
                "If-Match",
                version)
            .expect(400);
    var sms =
        anna.put(
                PREFERENCES,
                ALL_OFF.replace("\"payments\":[]", "\"payments\":[\"SMS\"]"),
                "If-Match",
                version)
            .expect(422);

    assertThat(security.body()).contains("/channels/security");
    assertThat(sms.text("/code")).isEqualTo("channel-not-offered");
    var offered = anna.get(NOTIFICATION + "/channels").expect(200);
    assertThat(offered.json().path("offered").toString()).isEqualTo("[\"EMAIL\",\"IN_APP\"]");
    var push =
        anna.put(
            NOTIFICATION + "/push-subscriptions",
            "{\"endpoint\":\"https://push.example/1\",\"p256dh\":\"x\",\"auth\":\"y\"}");
    assertThat(push.expect(422).text("/code")).isEqualTo("channel-not-offered");
  }

  @Test
  void oneHasThreeStreamsAtMost() {
    var viewer = house.as("compliance");
    try (var first = viewer.lines(STREAM);
        var second = viewer.lines(STREAM);
        var third = viewer.lines(STREAM)) {
      assertThat(List.of(first, second, third)).allSatisfy(stream -> awaitOpen(stream.iterator()));

      assertThat(viewer.get(STREAM).expect(429).text("/code")).isEqualTo("too-many-streams");
    }
    assertThat(viewer.get(STREAM, "Last-Event-ID", "x").expect(400).text("/code"))
        .isEqualTo("malformed-request");
    house.asNobody().get(STREAM).expect(401);
  }

  @Test
  void healthTellsOfTheChannelsAndMetricsOfWhatWaits() {
    var server = house.server(Context.NOTIFICATION).baseUri();

    assertThat(house.asNobody().get(server + "/health/ready").expect(200).body())
        .contains("notification-loops", "notification-channels");
    assertThat(house.asNobody().get(server + "/metrics?scope=application").expect(200).body())
        .contains("corridor_notification_deliveries_waiting")
        .contains("corridor_notification_oldest_due_seconds");
  }

  private Customer aCustomer() {
    var username = "c" + UUID.randomUUID().toString().substring(0, 8);
    var client = bank.anActiveClient();
    var agent = house.as("agent");
    var path = Bank.CLIENTS + "/" + client;
    var contact =
        """
        {"individual":{"givenName":"Clara","familyName":"Journey","birthDate":"1990-04-01",\
        "nationality":"DE"},
         "addresses":[{"kind":"HOME","street":"Torstraße","buildingNumber":"7",\
        "postCode":"10119","town":"Berlin","country":"DE"}],
         "contactPoints":[{"kind":"EMAIL","value":"%s@example.com"}],"preferredLanguage":"de"}"""
            .formatted(username);
    agent.put(path, contact, "If-Match", Bank.etag(agent, path)).expect(200);
    var user =
        house
            .asMachine()
            .post(
                "/api/auth/v1/users",
                """
                {"username":"%s","displayName":"Clara","password":"%s","roles":["CUSTOMER"],
                 "clientId":"%s"}"""
                    .formatted(username, house.demo().password(username), client))
            .expect(201)
            .text("/id");
    var account = bank.openAccount(client);
    bank.payIn(account, "100.00").expect(201);
    return new Customer(username, user, client, account, house.as(username));
  }

  /** Which signs the customer out everywhere. */
  private Customer changePassword(Customer customer) {
    var chosen = "an entirely new password";
    customer
        .door()
        .put(
            "/api/auth/v1/users/" + customer.userId() + "/password",
            "{\"currentPassword\":\"%s\",\"newPassword\":\"%s\"}"
                .formatted(house.demo().password(customer.username()), chosen))
        .expect(204);
    var nobody = house.asNobody();
    var token = new SignIn(nobody).person(customer.username(), chosen).expect(200);
    return new Customer(
        customer.username(),
        customer.userId(),
        customer.clientId(),
        customer.account(),
        nobody.withToken(token.text("/access_token")));
  }

  private boolean mails(Customer customer, String type) {
    return StreamSupport.stream(
                customer
                    .door()
                    .get(NOTIFICATION + "/deliveries?channel=EMAIL&status=SENT")
                    .expect(200)
                    .json()
                    .path("items")
                    .spliterator(),
                false)
            .anyMatch(delivery -> type(delivery).equals(type))
        && !house.mail().mailsTo(customer.address()).isEmpty();
  }

  private static boolean has(Customer customer, String type) {
    return messagesOf(customer).stream().anyMatch(message -> type(message).equals(type));
  }

  private static List<JsonNode> messagesOf(Customer customer) {
    return messages(customer.door(), "?limit=200");
  }

  private static List<JsonNode> messages(Door door, String query) {
    return StreamSupport.stream(
            door.get(MESSAGES + query).expect(200).json().path("items").spliterator(), false)
        .toList();
  }

  private static String type(JsonNode node) {
    return node.path("type").asText();
  }

  /** The first thing that a stream says is a comment. */
  private static void awaitOpen(Iterator<String> lines) {
    var line = lines.next();
    while (line.isBlank()) {
      line = lines.next();
    }
    assertThat(line).startsWith(":");
  }

  /** The lines of the next event, without comments. */
  private static List<String> nextEvent(Iterator<String> lines) {
    var event = new ArrayList<String>();
    while (event.isEmpty() || !event.get(event.size() - 1).isBlank()) {
      var line = lines.next();
      if (!line.startsWith(":") && !(event.isEmpty() && line.isBlank())) {
        event.add(line);
      }
    }
    return event;
  }

  private static void await(BooleanSupplier condition) {
    Patience.await(PATIENCE, condition);
  }
}

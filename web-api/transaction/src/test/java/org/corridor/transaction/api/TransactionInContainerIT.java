package org.corridor.transaction.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSException;
import jakarta.jms.TextMessage;
import jakarta.jms.Topic;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import javax.management.ObjectName;
import org.assertj.core.api.Assertions;
import org.corridor.kernel.Caller;
import org.corridor.kernel.Money;
import org.corridor.platform.events.DeadLetter;
import org.corridor.platform.events.EventBatch;
import org.corridor.platform.id.Ids;
import org.corridor.platform.json.Json;
import org.corridor.transaction.application.MoveOutcome;
import org.corridor.transaction.application.MoveOutcome.Made;
import org.corridor.transaction.application.MoveRequest;
import org.corridor.transaction.application.ReadTransactions;
import org.corridor.transaction.application.RebuildProjection;
import org.corridor.transaction.application.RequestKey;
import org.corridor.transaction.application.Transactions;
import org.corridor.transaction.application.TransferMoney;
import org.corridor.transaction.application.TransferMoney.Destination;
import org.corridor.transaction.application.TransferMoney.Transfer;
import org.corridor.transaction.application.UnitOfWork;
import org.corridor.transaction.application.file.FileOutcome;
import org.corridor.transaction.application.file.ReadTransferFiles;
import org.corridor.transaction.application.file.ReceiveTransferFile;
import org.corridor.transaction.application.file.ReceiveTransferFile.Sender;
import org.corridor.transaction.domain.Change;
import org.corridor.transaction.domain.Status;
import org.corridor.transaction.domain.Transaction;
import org.corridor.transaction.domain.file.TransferFile;
import org.corridor.transaction.domain.file.TransferFile.Format;
import org.corridor.transaction.infrastructure.TransactionEventConsumer;
import org.corridor.web.problem.Problem;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What only the container does, on the real server with the WAR as it is built: injection, a
 * transaction of its own for each unit of work, the ways of events out and in, health.
 */
@ExtendWith(ArquillianExtension.class)
class TransactionInContainerIT {

  private static final Caller ANNA =
      new Caller("anna-1", Set.of(), null, LedgerInTests.ANNA, Map.of());
  private static final long PATIENCE_MILLISECONDS = 10_000;

  @Inject private LedgerInTests ledger;
  @Inject private TransferMoney transfers;
  @Inject private ReadTransactions reading;
  @Inject private RebuildProjection projection;
  @Inject private ReceiveTransferFile receiving;
  @Inject private ReadTransferFiles files;
  @Inject private UnitOfWork units;
  @Inject private Transactions transactions;
  @EJB private TransactionEventConsumer consumption;
  @Inject @Readiness private Instance<HealthCheck> readiness;

  @Resource(lookup = "jms/corridor")
  private ConnectionFactory connections;

  @Resource(lookup = "jms/events")
  private Topic events;

  @Deployment
  static WebArchive theWarAsItIsBuilt() {
    return ShrinkWrap.create(ZipImporter.class, "corridor-transaction-api.war")
        .importFrom(new File(System.getProperty("corridor.test.archive")))
        .as(WebArchive.class)
        .addClasses(TransactionInContainerIT.class, LedgerInTests.class)
        .addAsLibrary(
            new File(
                Assertions.class.getProtectionDomain().getCodeSource().getLocation().getPath()));
  }

  @BeforeEach
  void theLedgerIsWell() {
    if (ledger != null) {
      ledger.fallSilent(false);
      ledger.becomePoor(false);
    }
  }

  @Test
  void moneyMovesInTwoTransactionsOfItsOwn() {
    var key = Ids.next().toString();

    var paid = transfer(key);

    assertThat(paid.status()).isEqualTo(Status.PAID);
    assertThat(reading.find(ANNA, paid.id())).contains(paid);
    assertThat(reading.history(ANNA, paid.id()).orElseThrow()).hasSize(2);
    assertThat(outcome(key)).isEqualTo(new Made(paid, true));
    assertThat(projection.compare()).isEmpty();
  }

  @Test
  void aDeclineIsWrittenDown() {
    ledger.becomePoor(true);

    assertThat(transfer(Ids.next().toString()).status()).isEqualTo(Status.DECLINED);
  }

  @Test
  void whatFailsInAUnitOfWorkLeavesNoTrace() {
    var paid = transfer(Ids.next().toString());

    assertThatThrownBy(
            () ->
                units.within(
                    () -> {
                      var held = transactions.hold(paid.id()).orElseThrow();
                      var change = held.requestReversal(Ids.next(), "agent-1", Instant.now());
                      transactions.save((Change) change);
                      throw new IllegalStateException("it fails");
                    }))
        .hasRootCauseMessage("it fails");

    assertThat(reading.find(ANNA, paid.id())).contains(paid);
    assertThat(projection.compare()).isEmpty();
  }

  @Test
  void aLostAnswerIsHealedByTheLedgersOwnEvent() throws InterruptedException {
    ledger.fallSilent(true);
    var unknown = transfer(Ids.next().toString());
    assertThat(unknown.status()).isEqualTo(Status.UNKNOWN);

    publish(unknown.id());
    publish(unknown.id());

    await(() -> status(unknown.id()) == Status.PAID);
    assertThat(reading.history(ANNA, unknown.id()).orElseThrow()).hasSize(3);
  }

  @Test
  void anEventReachesTheTopic() throws JMSException {
    try (var context = connections.createContext();
        var consumer = context.createConsumer(events)) {
      var paid = transfer(Ids.next().toString());

      var event = awaitPaid(paid, consumer);

      assertThat(event.path("source").asText()).isEqualTo("/transaction");
      assertThat(event.path("correlationId").asText()).isEqualTo("in-container");
      assertThat(event.path("sequence").asLong()).isEqualTo(2);
    }
  }

  @Test
  void anEventThatNobodyCanTakeIsADeadLetterAndHoldsUpNothing() throws Exception {
    var before = consumption.deadLetters().count();

    var garbage = "not an event " + Ids.next();
    send(garbage);

    await(() -> reasonOfDeadLetter(garbage).isPresent());
    assertThat(reasonOfDeadLetter(garbage).orElseThrow()).contains("not a batch of events");
    assertThat(consumption.deadLetters().count()).isEqualTo(before + 1);
    isReady();
    aLostAnswerIsHealedByTheLedgersOwnEvent();
  }

  @Test
  void anEventThatNobodyCanTakeSpoilsNoOtherOfItsMessage() throws Exception {
    ledger.fallSilent(true);
    var unknown = transfer(Ids.next().toString());
    var bad = "{\"id\":\"" + Ids.next() + "\",\"type\":\"account.journal-posted.v1\"}";

    send("[" + bad + "," + journalPosted(unknown.id()) + "]");

    await(() -> reasonOfDeadLetter(bad).isPresent());
    assertThat(reasonOfDeadLetter(bad).orElseThrow()).contains("subject is missing");
    await(() -> status(unknown.id()) == Status.PAID);
  }

  private Optional<String> reasonOfDeadLetter(String body) {
    return consumption.deadLetters().list(null, null, 200).stream()
        .filter(letter -> letter.body().equals(body))
        .map(DeadLetter::reason)
        .findFirst();
  }

  @Test
  void aConsumerThatHasStoppedIsSeen() throws Exception {
    var dead = consumption.deadLetters().count();
    control("pause");
    try {
      publish(Ids.next());

      await(() -> consumption.waiting().orElse(0) == 1);
      assertThat(consumption.getsThrough()).isTrue();
      Thread.sleep(21_000);
      assertThat(consumption.getsThrough()).isFalse();
    } finally {
      control("resume");
    }
    await(() -> consumption.waiting().orElse(1) == 0);
    assertThat(consumption.getsThrough()).isTrue();
    assertThat(consumption.deadLetters().count()).isEqualTo(dead);
  }

  /** As {@code server pause --target=...} does. */
  private static void control(String operation) throws Exception {
    var server = ManagementFactory.getPlatformMBeanServer();
    var control = new ObjectName("WebSphere:feature=kernel,name=ServerEndpointControl");
    var arguments =
        new Object[] {"corridor-transaction-api#corridor-transaction-api.war#EventsListener"};
    server.invoke(control, operation, arguments, new String[] {String.class.getName()});
  }

  @Test
  void aFileIsPaidChunkByChunkAsAJob() throws InterruptedException {
    var row = LedgerInTests.SOURCE.id() + "," + LedgerInTests.DESTINATION.id() + ",0.01,EUR\n";
    var csv = "source_account,destination_account,amount,currency\n" + row.repeat(1_200);
    var before = ledger.journals();

    var outcome =
        receiving.receive(
            new Sender(ANNA, Ids.next().toString(), "/transfer-files", "in-container"),
            Format.CSV,
            new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
    var id = ((FileOutcome.Taken) outcome).file().id();

    await(() -> files.find(ANNA, id).orElseThrow().status() == TransferFile.Status.DONE);
    assertThat(files.find(ANNA, id).orElseThrow().counts().paid()).isEqualTo(1_200);
    assertThat(ledger.journals()).isEqualTo(before + 1_200);
    assertThat(projection.compare()).isEmpty();
  }

  @Test
  void isReady() {
    assertThat(readiness)
        .isNotEmpty()
        .extracting(HealthCheck::call)
        .extracting(HealthCheckResponse::getStatus)
        .containsOnly(HealthCheckResponse.Status.UP);
  }

  @Test
  @RunAsClient
  void theDoorIsOpenOnlyToWhoHasAToken(@ArquillianResource URL base) throws Exception {
    var request = HttpRequest.newBuilder(base.toURI().resolve("v1/transactions")).build();

    var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    assertThat(Json.read(answer.body(), Problem.class).code()).isEqualTo("unauthorized");
  }

  private Transaction transfer(String key) {
    return ((Made) outcome(key)).transaction();
  }

  private MoveOutcome outcome(String key) {
    var moved =
        transfers.transfer(
            new MoveRequest(ANNA, new RequestKey(ANNA.subject(), key, "00"), "in-container"),
            new Transfer(
                LedgerInTests.SOURCE.id(),
                new Destination(LedgerInTests.DESTINATION.id(), null),
                Money.of(1_00, "EUR"),
                "in the container"));
    return moved.toCompletableFuture().join();
  }

  private Status status(UUID id) {
    return reading.find(ANNA, id).orElseThrow().status();
  }

  private void publish(UUID journalId) {
    send("[" + journalPosted(journalId) + "]");
  }

  private static JsonNode journalPosted(UUID journalId) {
    var event = Json.mapper().createObjectNode();
    event.put("id", Ids.next().toString());
    event.put("type", "account.journal-posted.v1");
    event.put("subject", "journal/" + journalId);
    event.put("sequence", 1);
    event.put("time", "2026-11-02T12:00:00Z");
    event.put("correlationId", "in-container");
    event
        .putObject("data")
        .put("journalId", journalId.toString())
        .put("bookedAt", "2026-11-02T12:00:00Z");
    return event;
  }

  /** As the relay of the account context does. */
  private void send(String body) {
    try (var context = connections.createContext()) {
      var message = context.createTextMessage(body);
      message.setJMSType(EventBatch.TYPE);
      message.setStringProperty("types", ",account.journal-posted.v1,");
      context.createProducer().send(events, message);
    } catch (JMSException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode awaitPaid(Transaction transaction, JMSConsumer consumer)
      throws JMSException {
    var deadline = System.currentTimeMillis() + PATIENCE_MILLISECONDS;
    while (System.currentTimeMillis() < deadline) {
      if (consumer.receive(PATIENCE_MILLISECONDS) instanceof TextMessage message) {
        for (var event : EventBatch.read(message.getText())) {
          if (event.path("subject").asText().equals("transaction/" + transaction.id())
              && event.path("type").asText().equals("transaction.paid.v1")) {
            return event;
          }
        }
      }
    }
    throw new AssertionError("no event of transaction " + transaction.id() + " has come");
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    var deadline = System.currentTimeMillis() + PATIENCE_MILLISECONDS;
    while (!condition.getAsBoolean()) {
      assertThat(System.currentTimeMillis()).isLessThan(deadline);
      Thread.sleep(50);
    }
  }
}

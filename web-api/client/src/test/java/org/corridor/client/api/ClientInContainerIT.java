package org.corridor.client.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.Resource;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSException;
import jakarta.jms.TextMessage;
import jakarta.jms.Topic;
import jakarta.transaction.UserTransaction;
import java.io.File;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.corridor.client.application.ChangeResult;
import org.corridor.client.application.ChangeResult.Done;
import org.corridor.client.application.ReadClients;
import org.corridor.client.application.RegisterClient;
import org.corridor.client.domain.Address;
import org.corridor.client.domain.Client;
import org.corridor.client.domain.Party;
import org.corridor.client.domain.Profile;
import org.corridor.contracts.client.ClientContract;
import org.corridor.contracts.client.ClientSummary;
import org.corridor.kernel.Caller;
import org.corridor.platform.events.EventBatch;
import org.corridor.platform.events.Trail;
import org.corridor.platform.id.Ids;
import org.corridor.platform.json.Json;
import org.corridor.web.idempotency.Idempotency.Fingerprint;
import org.corridor.web.problem.Problem;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What only the container does, on the real server with the WAR as it is built: injection,
 * transactions over state, events and keys, the way of an event to the topic, health.
 */
@ExtendWith(ArquillianExtension.class)
class ClientInContainerIT {

  private static final Caller AGENT = new Caller("agent-1", Set.of(), null, null, Map.of());
  private static final long PATIENCE_MILLISECONDS = 10_000;

  @Inject private RegisterClient registering;
  @Inject private ReadClients reading;
  @Inject private OnceOnly onceOnly;
  @Inject private ClientContract directory;
  @Inject private UserTransaction transaction;
  @Inject @Readiness private Instance<HealthCheck> readiness;

  @Resource(lookup = "jms/corridor")
  private ConnectionFactory connections;

  @Resource(lookup = "jms/events")
  private Topic events;

  @Deployment
  static WebArchive theWarAsItIsBuilt() {
    return ShrinkWrap.createFromZipFile(
            WebArchive.class, new File(System.getProperty("corridor.test.archive")))
        .addClass(ClientInContainerIT.class)
        .addAsLibrary(
            new File(
                Assertions.class.getProtectionDomain().getCodeSource().getLocation().getPath()));
  }

  @Test
  void whatIsRegisteredIsFoundByEverybody() {
    var client = register();

    assertThat(reading.byId(AGENT, client.id())).contains(client);
    assertThat(directory.client(client.id()))
        .contains(new ClientSummary(client.id(), "PROSPECT", "BER", "BASIC"));
  }

  @Test
  void stateAndEventGoTogetherWhenTheTransactionDoes() throws Exception {
    transaction.begin();
    var client = register();
    transaction.rollback();

    assertThat(reading.byId(AGENT, client.id())).isEmpty();
    assertThat(directory.client(client.id())).isEmpty();
  }

  @Test
  void aRefusalFreesItsIdempotencyKeyAndUndoesItsEffect() {
    var key = Ids.next().toString();
    var request = new Fingerprint("POST", "clients", key);
    var undone = new UUID[1];

    var refused =
        onceOnly.answer(
            AGENT,
            key,
            request,
            () -> {
              undone[0] = register().id();
              return Problem.refused("no", "No.").toResponse();
            });

    assertThat(refused.getStatus()).isEqualTo(422);
    assertThat(reading.byId(AGENT, undone[0])).isEmpty();
    var answer = onceOnly.answer(AGENT, key, request, () -> Answers.found(register()));
    assertThat(answer.getStatus()).isEqualTo(200);
  }

  @Test
  void theSameKeyHasOneEffect() {
    var key = Ids.next().toString();
    var request = new Fingerprint("POST", "clients", key);

    var first = onceOnly.answer(AGENT, key, request, () -> Answers.found(register()));
    var again = onceOnly.answer(AGENT, key, request, () -> Answers.found(register()));

    assertThat(again.getHeaderString("Idempotency-Replayed")).isEqualTo("true");
    assertThat(Json.write(again.getEntity())).isEqualTo(Json.write(first.getEntity()));
  }

  @Test
  void anEventReachesTheTopic() throws Exception {
    try (var context = connections.createContext();
        var consumer = context.createConsumer(events)) {
      var client = register();

      var event = awaitEventOf(client, consumer);

      assertThat(event.path("type").asText()).isEqualTo("client.registered.v1");
      assertThat(event.path("source").asText()).isEqualTo("/client");
      assertThat(event.path("correlationId").asText()).isEqualTo("in-container");
    }
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
    var request = HttpRequest.newBuilder(base.toURI().resolve("v1/clients")).build();

    var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    assertThat(Json.read(answer.body(), Problem.class).code()).isEqualTo("unauthorized");
  }

  private static JsonNode awaitEventOf(Client client, JMSConsumer consumer) throws JMSException {
    var deadline = System.currentTimeMillis() + PATIENCE_MILLISECONDS;
    while (System.currentTimeMillis() < deadline) {
      if (consumer.receive(PATIENCE_MILLISECONDS) instanceof TextMessage message) {
        for (var event : EventBatch.read(message.getText())) {
          if (event.path("subject").asText().equals("client/" + client.id())) {
            return event;
          }
        }
      }
    }
    throw new AssertionError("no event of client " + client.id() + " has come");
  }

  private Client register() {
    var address = new Address(Address.Kind.HOME, null, null, null, "Berlin", null, "DE");
    var anna = new Party.Individual("Anna", "Müller", LocalDate.of(1990, 4, 1), "DE");
    var profile = new Profile(anna, List.of(address), List.of(), "de");
    ChangeResult result = registering.register(AGENT, "BER", profile, Trail.of("in-container"));
    return ((Done) result).client();
  }
}

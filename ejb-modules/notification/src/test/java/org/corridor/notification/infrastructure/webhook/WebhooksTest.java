package org.corridor.notification.infrastructure.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.corridor.notification.application.webhook.ChangeEndpoint.Target;
import org.corridor.notification.application.webhook.EndpointOutcome;
import org.corridor.notification.application.webhook.EndpointOutcome.DoneWithSecret;
import org.corridor.notification.application.webhook.RegisterEndpoint;
import org.corridor.notification.application.webhook.ReplayOutcome;
import org.corridor.notification.application.webhook.WebhookMessages.Lane;
import org.corridor.notification.domain.webhook.Attempt;
import org.corridor.notification.domain.webhook.CallResult.Answered;
import org.corridor.notification.domain.webhook.CallResult.NotReached;
import org.corridor.notification.domain.webhook.Endpoint;
import org.corridor.notification.domain.webhook.EndpointOwner;
import org.corridor.notification.domain.webhook.WebhookMessage;
import org.corridor.notification.domain.webhook.WebhookMessage.Status;
import org.junit.jupiter.api.Test;

/** Endpoints, what they are told, and what becomes of it. */
class WebhooksTest {

  private static final String PAID = "transaction.paid.v1";
  private static final UUID PAYER = UUID.fromString("01a20513-0b7a-7269-8ee3-632a68b19e02");
  private static final UUID PAYEE = UUID.fromString("01a20513-0b7a-7269-8ee3-632a68b19e04");

  private final WebhookWorld world = new WebhookWorld();

  @Test
  void anEventIsSentOnceSignedAndLogged() {
    var endpoint = organisation("transaction.*");

    var paid = WebhookWorld.example(PAID);
    world.happened(paid);
    world.happened(paid);
    world.sendAll();
    world.sendAll();

    var message = world.log(endpoint).get(0);
    assertThat(world.log(endpoint)).hasSize(1);
    assertThat(message.status()).isEqualTo(Status.DELIVERED);
    assertThat(world.calls).hasSize(1);
    var call = world.calls.get(0);
    assertThat(call.headers())
        .containsEntry("webhook-id", message.id().toString())
        .containsKeys("webhook-timestamp", "webhook-signature");
    assertThat(call.json().path("type").asText()).isEqualTo("transaction.paid");
    assertThat(call.body()).doesNotContain("Lunch", "anna-1", "BER", "clientId");
    assertThat(attempts(message)).extracting(Attempt::status).containsExactly(200);
    assertThat(world.counted).containsExactly("delivered");
  }

  @Test
  void anEndpointIsToldOfWhatItWantsOnly() {
    var endpoint = organisation("client.kyc-approved", "account.*");

    world.happened(WebhookWorld.example(PAID));
    world.happened(WebhookWorld.example("client.kyc-rejected.v1"));
    world.happened(WebhookWorld.example("account.account-closed.v1"));

    assertThat(world.log(endpoint))
        .extracting(WebhookMessage::type)
        .containsExactly("account.closed");
  }

  @Test
  void aClientIsToldOfItsOwnSideOnly() {
    var payer = client(PAYER);
    var payee = client(PAYEE);
    var other = client(UUID.randomUUID());

    world.happened(WebhookWorld.example(PAID), WebhookWorld.example("transaction.declined.v1"));
    world.sendAll();

    assertThat(world.log(payer))
        .extracting(WebhookMessage::type)
        .containsExactlyInAnyOrder("transaction.paid", "transaction.declined");
    assertThat(world.log(payee))
        .extracting(WebhookMessage::type)
        .containsExactly("transaction.paid");
    assertThat(world.log(other)).isEmpty();
    assertThat(world.calls)
        .filteredOn(call -> call.json().path("type").asText().equals("transaction.paid"))
        .extracting(call -> call.json().path("data"))
        .allSatisfy(
            data ->
                assertThat(data.has("sourceAccountId"))
                    .isNotEqualTo(data.has("destinationAccountId")));
  }

  @Test
  void whatFailsIsTriedAgainUnderTheSameIdAndThenGivenUp() {
    var endpoint = organisation("*");
    world.happened(WebhookWorld.example(PAID));
    world.answer = new Answered(500, null, "oops");

    world.sendAll();
    world.answer = new Answered(200, null, "");
    world.clock.advance(Duration.ofSeconds(6));
    world.sendAll();

    assertThat(world.calls).extracting(call -> call.headers().get("webhook-id")).hasSize(2);
    assertThat(world.calls.get(0).headers().get("webhook-id"))
        .isEqualTo(world.calls.get(1).headers().get("webhook-id"));
    assertThat(world.calls.get(0).body()).isEqualTo(world.calls.get(1).body());
    assertThat(attempts(world.log(endpoint).get(0)))
        .extracting(Attempt::status)
        .containsExactly(500, 200);
    assertThat(world.read(endpoint).failingSince()).isNull();
    assertThat(world.counted).containsExactly("retried", "delivered");
  }

  @Test
  void aMessageIsGivenUpAfterTenAttempts() {
    var endpoint = organisation("*");
    world.happened(WebhookWorld.example(PAID));
    world.answer = new NotReached("timeout");

    for (var hours = 0; hours < 4 * 24; hours++) {
      world.sendAll();
      world.clock.advance(Duration.ofHours(1));
    }

    var message = world.log(endpoint).get(0);
    assertThat(message.status()).isEqualTo(Status.FAILED);
    assertThat(message.reason()).isEqualTo("timeout");
    assertThat(message.attempts()).isEqualTo(10);
    assertThat(world.read(endpoint).enabled()).isTrue();
  }

  @Test
  void anEndpointThatIsGoneIsDisabledAtOnceAndItsClientTold() {
    var endpoint = client(PAYER);
    world.happened(WebhookWorld.example(PAID));
    world.happened(WebhookWorld.example(PAID));
    world.answer = new Answered(410, null, "");

    world.sending.claim(lane(false, 1), 1).forEach(world.sending::send);

    var after = world.read(endpoint);
    assertThat(after.enabled()).isFalse();
    assertThat(after.disabledReason()).isEqualTo(Endpoint.GONE);
    assertThat(world.log(endpoint)).extracting(WebhookMessage::status).containsOnly(Status.FAILED);
    assertThat(world.log(endpoint))
        .extracting(WebhookMessage::reason)
        .containsExactlyInAnyOrder("http-410", "endpoint-disabled");
    assertThat(world.value("select type from notice")).isEqualTo("WEBHOOK_DISABLED");
    assertThat(world.value("select data from event where data::text like '%DISABLED%'"))
        .contains("DISABLED_GONE", endpoint.id().toString());
    world.happened(WebhookWorld.example(PAID));
    assertThat(world.log(endpoint)).hasSize(2);
  }

  @Test
  void anEndpointThatFailsForFiveDaysIsDisabled() {
    var endpoint = organisation("*");
    world.answer = new Answered(500, null, "");

    for (var days = 0; days <= 5; days++) {
      assertThat(world.read(endpoint).enabled()).isTrue();
      world.happened(WebhookWorld.example(PAID));
      world.sendAll();
      world.clock.advance(Duration.ofDays(1));
    }

    assertThat(world.read(endpoint).enabled()).isFalse();
    assertThat(world.read(endpoint).disabledReason()).isEqualTo(Endpoint.FAILING);
  }

  @Test
  void bothSecretsSignForADay() {
    var endpoint = organisation("*");
    var rotated = (DoneWithSecret) world.changing.rotate(target(endpoint, 1));
    world.happened(WebhookWorld.example(PAID));
    world.sendAll();

    world.clock.advance(Duration.ofHours(24));
    world.happened(WebhookWorld.example(PAID));
    world.sendAll();
    world.forgetOld();

    assertThat(rotated.secret()).startsWith("whsec_");
    assertThat(world.calls)
        .extracting(call -> call.headers().get("webhook-signature").split(" ").length)
        .containsExactly(2, 1);
    assertThat(world.read(endpoint).previousSecretUntil()).isNotNull();
    world.clock.advance(Duration.ofSeconds(1));
    world.forgetOld();
    assertThat(world.read(endpoint).previousSecretUntil()).isNull();
    assertThat(world.value("select secret from webhook_endpoint"))
        .doesNotContain(rotated.secret().substring(6));
  }

  @Test
  void oneIsReplayedUnderItsIdAndAllThatHaveFailedToo() {
    var endpoint = organisation("*");
    world.happened(WebhookWorld.example(PAID));
    world.sendAll();
    var message = world.log(endpoint).get(0);

    var one =
        world.units.within(
            () -> world.replaying.replay(endpoint.owner(), endpoint.id(), message.id()));
    world.sendAll();

    assertThat(one).isInstanceOf(ReplayOutcome.Sent.class);
    assertThat(world.calls)
        .extracting(call -> call.headers().get("webhook-id"))
        .containsExactly(message.id().toString(), message.id().toString());
    assertThat(attempts(message)).extracting(Attempt::number).containsExactly(1, 2);

    world.happened(WebhookWorld.example(PAID));
    world.answer = new Answered(410, null, "");
    world.sendAll();
    var off = world.read(endpoint);
    assertThat(replayAll(off)).isEqualTo(new ReplayOutcome.Disabled());
    world.changing.update(target(off, off.version()), WebhookWorld.chosen("*"));
    world.answer = new Answered(200, null, "");
    assertThat(replayAll(off)).isEqualTo(new ReplayOutcome.Replayed(1));
    world.sendAll();
    assertThat(world.log(endpoint))
        .extracting(WebhookMessage::status)
        .containsOnly(Status.DELIVERED);
  }

  @Test
  void whatIsUnderWayIsNotReplayedBesides() {
    var endpoint = organisation("*");
    world.happened(WebhookWorld.example(PAID));
    var claimed = world.claim(false, Map.of()).get(0);

    world.units.within(
        () -> world.replaying.replay(endpoint.owner(), endpoint.id(), claimed.message().id()));

    assertThat(world.claim(false, Map.of())).isEmpty();
    world.sending.send(claimed);
    assertThat(world.log(endpoint).get(0).status()).isEqualTo(Status.DELIVERED);
  }

  @Test
  void aTestGoesToAnyEndpoint() {
    var endpoint = organisation("client.*");

    world.units.within(() -> world.replaying.test(endpoint.owner(), endpoint.id(), "correlation"));
    world.sendAll();

    assertThat(world.calls.get(0).json().path("type").asText()).isEqualTo("webhook.test");
  }

  @Test
  void manyReplicasTakeEachMessageOnceAndAFewOfEachEndpoint() throws Exception {
    organisation("*");
    organisation("*");
    for (var i = 0; i < 40; i++) {
      world.happened(WebhookWorld.example(PAID));
    }
    var threads = Executors.newFixedThreadPool(8);
    try {
      Callable<Set<UUID>> replica =
          () -> {
            var ids = new HashSet<UUID>();
            for (var round = 0; round < 20; round++) {
              world.sending.claim(lane(false, 2), 10).forEach(c -> ids.add(c.message().id()));
            }
            return ids;
          };

      var all = new ArrayList<UUID>();
      for (var taken : threads.invokeAll(Collections.nCopies(8, replica))) {
        all.addAll(taken.get());
      }

      assertThat(all).hasSize(80).doesNotHaveDuplicates();
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aLongQueueOfOneEndpointHidesNoOther() {
    var busy = organisation("*");
    for (var i = 0; i < 50; i++) {
      world.happened(WebhookWorld.example(PAID));
    }
    var other = organisation("*");
    world.clock.advance(Duration.ofSeconds(1));
    world.happened(WebhookWorld.example(PAID));

    var first = world.sending.claim(lane(false, 4), 10);
    var full = world.sending.claim(new Lane(false, 4, Map.of(busy.id(), 4)), 10);

    assertThat(first).extracting(c -> c.message().endpointId()).contains(busy.id(), other.id());
    assertThat(first).hasSize(5);
    assertThat(full).isEmpty();
  }

  @Test
  void whatHasFailedIsInALaneOfItsOwn() {
    organisation("*");
    world.happened(WebhookWorld.example(PAID));
    world.answer = new NotReached("timeout");
    world.sendAll();
    world.clock.advance(Duration.ofMinutes(1));

    assertThat(world.claim(false, Map.of())).isEmpty();
    assertThat(world.claim(true, Map.of())).hasSize(1);
  }

  @Test
  void aReplicaThatDiesLeavesItsMessageToAnother() {
    var endpoint = organisation("*");
    world.happened(WebhookWorld.example(PAID));
    var lost = world.claim(false, Map.of()).get(0);
    world.clock.advance(Duration.ofMinutes(4));

    world.sendAll();
    // the first comes back to life: what it has to say counts no more
    world.answer = new Answered(410, null, "");
    world.sending.send(lost);

    assertThat(world.log(endpoint).get(0).status()).isEqualTo(Status.DELIVERED);
    assertThat(world.read(endpoint).enabled()).isTrue();
  }

  @Test
  void anOwnerHasTenAndSeesNobodyElses() {
    for (var i = 0; i < RegisterEndpoint.MOST; i++) {
      client(PAYER);
    }

    var oneMore =
        world.units.within(
            () ->
                world.registering.register(
                    EndpointOwner.client(PAYER),
                    WebhookWorld.chosen("*"),
                    "anna-1",
                    WebhookWorld.TRAIL));

    assertThat(oneMore).isEqualTo(new EndpointOutcome.TooMany(10));
    var mine = client(PAYEE);
    var asPayer = new Target(EndpointOwner.client(PAYER), mine.id(), 1, "a", WebhookWorld.TRAIL);
    assertThat(world.changing.delete(asPayer)).isEqualTo(new EndpointOutcome.NotFound());
    assertThat(world.reading.byId(WebhookWorld.ORGANISATION, mine.id())).isEmpty();
  }

  @Test
  void whoHasReadAnOldVersionChangesNothingAndWhatIsDeletedIsForgotten() {
    var endpoint = organisation("*");
    world.happened(WebhookWorld.example(PAID));
    world.changing.update(target(endpoint, 1), WebhookWorld.chosen("client.*"));

    assertThat(world.changing.rotate(target(endpoint, 1))).isEqualTo(new EndpointOutcome.Stale());
    assertThat(world.changing.delete(target(endpoint, 2))).isEqualTo(new EndpointOutcome.Deleted());
    world.sendAll();

    assertThat(world.calls).isEmpty();
    assertThat(world.reading.byId(endpoint.owner(), endpoint.id())).isEmpty();
    assertThat(world.value("select secret from webhook_endpoint")).isNull();
    assertThat(world.value("select count(*) from event")).isEqualTo("3");
    world.clock.advance(Duration.ofDays(31));
    world.forgetOld();
    assertThat(world.value("select count(*) from webhook_endpoint")).isEqualTo("0");
  }

  private Endpoint organisation(String... patterns) {
    return world.register(WebhookWorld.ORGANISATION, patterns).endpoint();
  }

  private Endpoint client(UUID id) {
    return world.register(EndpointOwner.client(id), "*").endpoint();
  }

  private ReplayOutcome replayAll(Endpoint endpoint) {
    return world.units.within(
        () -> world.replaying.replayFailed(endpoint.owner(), endpoint.id(), WebhookWorld.NOON));
  }

  private List<Attempt> attempts(WebhookMessage message) {
    return world.units.within(() -> world.messages.attempts(message.id()));
  }

  private static Lane lane(boolean failing, int perEndpoint) {
    return new Lane(failing, perEndpoint, Map.of());
  }

  private static Target target(Endpoint endpoint, long version) {
    return new Target(endpoint.owner(), endpoint.id(), version, "admin-1", WebhookWorld.TRAIL);
  }
}

package org.corridor.notification.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.corridor.notification.application.Gateway.Result;
import org.corridor.notification.domain.Amounts;
import org.corridor.notification.domain.Category;
import org.corridor.notification.domain.Channel;
import org.corridor.notification.domain.Delivery;
import org.corridor.notification.domain.Delivery.Status;
import org.corridor.notification.domain.Language;
import org.corridor.notification.domain.Preferences;
import org.corridor.notification.domain.QuietHours;
import org.corridor.notification.domain.Recipient;
import org.junit.jupiter.api.Test;

/** What becomes of deliveries. */
class SendingTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private final World world = new World();
  private final UUID anna = world.anna();
  private final Recipient recipient = Recipient.client(anna);

  @Test
  void aMailIsSentOnceWithoutAnAmount() {
    paid();

    world.sendAll(world.mail);
    world.sendAll(world.mail);

    assertThat(world.mail.sent)
        .singleElement()
        .satisfies(
            mail -> {
              assertThat(mail.address()).isEqualTo("anna@example.com");
              assertThat(mail.words().subject()).isEqualTo("Money sent");
              assertThat(mail.words().text()).doesNotContain("12.50");
            });
    assertThat(world.deliveries(recipient)).extracting(Delivery::status).containsOnly(Status.SENT);
    assertThat(world.counted).contains("EMAIL sent", "IN_APP sent");
  }

  @Test
  void whatCannotBeSentIsTriedAgainUnderTheSameIdAndGivenUpAfterADay() {
    paid();
    world.mail.answer = new Result.TryAgain("smtp-unreachable");

    for (var minutes = 0; minutes < 26 * 60; minutes += 10) {
      world.sendAll(world.mail);
      world.clock.advance(Duration.ofMinutes(10));
    }

    var mail = world.deliveries(recipient, Channel.EMAIL).get(0);
    assertThat(mail.status()).isEqualTo(Status.FAILED);
    assertThat(mail.reason()).isEqualTo("smtp-unreachable");
    assertThat(mail.attempts()).isBetween(10, 30);
    assertThat(world.mail.sent).extracting("id").containsOnly(mail.id());
    assertThat(world.value("select data from event where type like '%delivery-failed%'"))
        .contains(mail.id().toString(), "smtp-unreachable")
        .doesNotContain("@");
  }

  @Test
  void whatIsRefusedIsNotTriedAgain() {
    paid();
    world.mail.answer = new Result.Refused("smtp-550");

    world.sendAll(world.mail);
    world.clock.advance(Duration.ofHours(1));
    world.sendAll(world.mail);

    assertThat(world.mail.sent).hasSize(1);
    assertThat(world.deliveries(recipient, Channel.EMAIL))
        .extracting(Delivery::reason)
        .containsExactly("smtp-550");
  }

  @Test
  void withoutAnAddressNothingIsSent() {
    var nobody = world.directory.addClient("en", null, null);

    world.happened(World.paid(nobody, UUID.randomUUID(), anna, UUID.randomUUID()));
    world.sendAll(world.mail);

    assertThat(world.deliveries(Recipient.client(nobody), Channel.EMAIL))
        .extracting(Delivery::status, Delivery::reason)
        .containsExactly(tuple(Status.SUPPRESSED, "no-address"));
  }

  @Test
  void whoHasSwitchedEverythingOffIsToldOfSecurityAlone() {
    choose(new Preferences(0, null, BERLIN, Amounts.NOWHERE, Map.of(), null));
    var user = world.directory.addUser(anna, null);

    paid();
    world.happened(NoticesTest.passwordChanged(user));
    world.sendAll(world.mail);
    world.sendAll(world.sms);

    assertThat(world.mail.sent)
        .singleElement()
        .satisfies(m -> assertThat(m.words().subject()).isEqualTo("Your password was changed"));
    assertThat(world.sms.sent).singleElement().extracting("address").isEqualTo("+493012345678");
    assertThat(world.messagesOf(recipient)).hasSize(1);
  }

  @Test
  void whatWasSwitchedOffMeanwhileIsNotSent() {
    paid();
    choose(new Preferences(0, null, BERLIN, Amounts.NOWHERE, Map.of(), null));

    world.sendAll(world.mail);

    assertThat(world.mail.sent).isEmpty();
    assertThat(world.deliveries(recipient, Channel.EMAIL))
        .extracting(Delivery::reason)
        .containsExactly("switched-off");
  }

  @Test
  void theLanguageAndTheAmountAreAsChosen() {
    choose(
        new Preferences(
            0,
            Language.DE,
            BERLIN,
            Amounts.EVERYWHERE,
            Map.of(Category.PAYMENTS, Set.of(Channel.SMS)),
            null));

    paid();
    world.sendAll(world.sms);

    assertThat(world.sms.sent)
        .singleElement()
        .satisfies(
            m -> assertThat(m.words().brief()).startsWith("12,50\u00a0€ wurden von Ihrem Konto"));
    assertThat(world.messagesOf(recipient)).isEmpty();
    assertThat(world.deliveries(recipient, Channel.EMAIL)).isEmpty();
  }

  @Test
  void quietHoursHoldMailBackAlsoInTheNightWhenTheClocksChange() {
    quietAtNight();
    world.clock.set(Instant.parse("2026-10-24T23:00:00Z"));

    paid();
    world.happened(NoticesTest.passwordChanged(world.directory.addUser(anna, null)));
    world.sendAll(world.mail);
    var atNight = world.mail.sent.size();
    world.clock.set(Instant.parse("2026-10-25T05:59:59Z"));
    world.sendAll(world.mail);
    var justBefore = world.mail.sent.size();
    world.clock.set(Instant.parse("2026-10-25T06:00:00Z"));
    world.sendAll(world.mail);

    assertThat(atNight).isEqualTo(1);
    assertThat(justBefore).isEqualTo(1);
    assertThat(world.mail.sent).hasSize(2);
    assertThat(world.messagesOf(recipient)).hasSize(2);
  }

  @Test
  void anotherAttemptDoesNotComeIntoQuietHours() {
    quietAtNight();
    world.clock.set(Instant.parse("2026-11-02T20:59:50Z"));
    world.mail.answer = new Result.TryAgain("smtp-unreachable");
    paid();
    world.sendAll(world.mail);
    world.mail.answer = new Result.Taken();

    world.clock.set(Instant.parse("2026-11-02T21:30:00Z"));
    world.sendAll(world.mail);
    var atNight = world.mail.sent.size();
    world.clock.set(Instant.parse("2026-11-03T06:00:01Z"));
    world.sendAll(world.mail);

    assertThat(atNight).isEqualTo(1);
    assertThat(world.mail.sent).hasSize(2);
  }

  @Test
  void manyReplicasTakeEachDeliveryOnce() throws Exception {
    for (var i = 0; i < 40; i++) {
      world.take(World.paid(anna, UUID.randomUUID(), anna, UUID.randomUUID()));
    }
    world.addressAll();
    var threads = Executors.newFixedThreadPool(8);
    try {
      Callable<Set<UUID>> replica =
          () -> {
            var ids = new HashSet<UUID>();
            for (var round = 0; round < 20; round++) {
              world
                  .sending
                  .claim(Channel.EMAIL, 5)
                  .forEach(claimed -> ids.add(claimed.delivery().id()));
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
  void aReplicaThatDiesLeavesItsDeliveryToAnother() {
    paid();
    // the other one is told too, and has no address
    var lost =
        world.sending.claim(Channel.EMAIL, 10).stream()
            .filter(claimed -> claimed.delivery().recipient().equals(recipient))
            .findFirst()
            .orElseThrow();
    world.clock.advance(Duration.ofMinutes(2));
    world.sendAll(world.mail);
    var early = world.mail.sent.size();

    world.clock.advance(Duration.ofMinutes(2));
    world.sendAll(world.mail);
    // the first comes back to life: what it has to say counts no more
    world.mail.answer = new Result.Refused("smtp-550");
    world.sending.send(lost, world.mail);

    assertThat(early).isZero();
    assertThat(world.mail.sent).extracting("id").hasSize(2).containsOnly(lost.delivery().id());
    assertThat(world.deliveries(recipient, Channel.EMAIL))
        .extracting(Delivery::status)
        .containsExactly(Status.SENT);
  }

  @Test
  void aClockThatJumpsLosesNothingAndSendsNothingTwice() {
    for (var hours : new int[] {5, -3, -4, 2}) {
      paid();
      world.sendAll(world.mail);
      world.clock.advance(Duration.ofHours(hours));
      world.addressAll();
      world.sendAll(world.mail);
    }
    world.clock.advance(Duration.ofHours(6));
    world.addressAll();
    world.sendAll(world.mail);

    assertThat(world.mail.sent).extracting("id").hasSize(4).doesNotHaveDuplicates();
    assertThat(world.deliveries(recipient)).extracting(Delivery::status).containsOnly(Status.SENT);
  }

  @Test
  void aDeviceThatIsGoneIsForgotten() {
    var device = world.devices.add(recipient, "https://push.example/1", "k", "s").orElseThrow();
    world.happened(NoticesTest.passwordChanged(world.directory.addUser(anna, null)));
    world.push.answer = new Result.Gone("push-410");

    world.sendAll(world.push);

    assertThat(world.push.sent)
        .singleElement()
        .extracting("address")
        .isEqualTo(device.id().toString());
    assertThat(world.devices.of(recipient)).isEmpty();
  }

  @Test
  void anAddressThatCannotBeToldNowIsAskedForAgain() {
    paid();
    world.directory.away = true;
    world.sendAll(world.mail);
    world.directory.away = false;
    world.clock.advance(Duration.ofMinutes(1));

    world.sendAll(world.mail);

    assertThat(world.mail.sent).hasSize(1);
  }

  private void quietAtNight() {
    var initial = Preferences.initial(BERLIN);
    choose(
        new Preferences(
            0,
            null,
            BERLIN,
            Amounts.IN_APP,
            initial.channels(),
            new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0))));
  }

  private void choose(Preferences preferences) {
    world.units.run(
        () -> world.preferences.save(recipient, preferences.withVersion(1), 0, "anna", World.NOON));
  }

  private void paid() {
    world.happened(
        World.paid(
            anna,
            world.directory.addAccount(anna, "CO8300000000000042"),
            world.directory.addClient("en", null, null),
            UUID.randomUUID()));
  }
}

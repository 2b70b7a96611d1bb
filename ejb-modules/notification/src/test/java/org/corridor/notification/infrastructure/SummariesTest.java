package org.corridor.notification.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.corridor.notification.domain.Channel;
import org.corridor.notification.domain.Message;
import org.corridor.notification.domain.Recipient;
import org.corridor.platform.events.ReceivedEvent;
import org.junit.jupiter.api.Test;

/** Many payments are told as one, and every one of them is told. */
class SummariesTest {

  private static final Pattern COUNT = Pattern.compile("^([0-9,]+) payments");

  private final World world = new World();
  private final UUID anna = world.anna();
  private final UUID ben = world.directory.addClient("de", "ben@example.com", null);
  private final UUID hers = world.directory.addAccount(anna, "CO8300000000000042");
  private final UUID his = world.directory.addAccount(ben, "CO8300000000000043");

  @Test
  void manyAtOnceAreOneMessageWithTheirTotal() {
    world.happened(payments(12));

    var told = messages(anna);
    assertThat(told).hasSize(1);
    assertThat(told.get(0).title()).isEqualTo("Payments sent");
    assertThat(told.get(0).text())
        .isEqualTo("12 payments, €150.00 in total, were sent from your account ending in 0042.");
    assertThat(messages(ben))
        .extracting(Message::text)
        .containsExactly(
            "12 Zahlungen, zusammen 150,00\u00a0€, sind auf Ihrem Konto mit der Endung 0043"
                + " eingegangen.");
    assertThat(world.deliveries(Recipient.client(anna), Channel.EMAIL)).hasSize(1);
  }

  @Test
  void theMailSaysTheSame() {
    world.happened(payments(12));
    world.sendAll(world.mail);

    assertThat(world.mail.sent)
        .anySatisfy(sent -> assertThat(sent.toString()).contains("12 payments"));
  }

  @Test
  void theTimeIsThatOfTheLastAlsoIfItWasNotLookedAtYet() {
    world.take(payments(300));
    var late = World.paid(anna, hers, ben, his);
    world.take(
        new ReceivedEvent(
            late.id(),
            late.type(),
            late.subject(),
            late.sequence(),
            World.NOON.plus(Duration.ofMinutes(7)),
            late.correlationId(),
            late.data()));
    world.addressAll();
    world.sendAll(world.mail);

    assertThat(world.mail.sent)
        .anySatisfy(
            sent ->
                assertThat(sent.words().text())
                    .contains("301 payments", "the last one on")
                    .contains("12:07"));
  }

  @Test
  void aFewAreToldOneByOne() {
    world.happened(payments(World.SUMMED_FROM - 1));

    assertThat(messages(anna)).hasSize(World.SUMMED_FROM - 1);
    assertThat(messages(anna)).extracting(Message::title).containsOnly("Money sent");
  }

  @Test
  void eachAccountHasItsOwnSummary() {
    var other = world.directory.addAccount(anna, "CO8300000000000077");

    world.take(payments(10));
    world.take(payments(11, other));
    world.addressAll();

    assertThat(messages(anna))
        .extracting(Message::text)
        .satisfiesExactlyInAnyOrder(
            body -> assertThat(body).startsWith("10 payments").contains("0042"),
            body -> assertThat(body).startsWith("11 payments").contains("0077"));
  }

  @Test
  void whatComesAfterASummaryWaitsForTheNext() {
    world.happened(payments(10));
    world.happened(payments(3));
    world.happened(payments(8));

    assertThat(messages(anna)).hasSize(1);
    world.clock.advance(World.SUMMARY_PAUSE);
    world.addressAll();

    assertThat(messages(anna)).hasSize(2);
    assertThat(messages(anna).get(0).text()).startsWith("11 payments, €137.50 in total");
  }

  @Test
  void oneAloneIsToldAsUsualAfterThePause() {
    world.happened(payments(10));
    world.happened(payments(1));
    world.clock.advance(World.SUMMARY_PAUSE);
    world.addressAll();

    assertThat(messages(anna)).extracting(Message::title).contains("Money sent");
  }

  @Test
  void otherNoticesDoNotWait() {
    world.happened(payments(10));
    world.happened(World.event("account.account-closed.v1", "{\"accountId\":\"" + hers + "\"}"));

    assertThat(messages(anna)).hasSize(2);
  }

  @Test
  void severalReplicasTellEachPaymentOnce() throws Exception {
    world.take(payments(700));
    var threads = Executors.newFixedThreadPool(4);
    try {
      Callable<Integer> replica = world.addressing::addressSome;
      for (var done : threads.invokeAll(Collections.nCopies(4, replica))) {
        done.get();
      }
    } finally {
      threads.shutdownNow();
    }
    world.clock.advance(World.SUMMARY_PAUSE);
    world.addressAll();

    assertThat(messages(anna).stream().mapToInt(SummariesTest::payments).sum()).isEqualTo(700);
    assertThat(world.value("select count(*) from notice where status = 'RECEIVED'")).isEqualTo("0");
  }

  private static int payments(Message message) {
    var count = COUNT.matcher(message.text());
    return count.find() ? Integer.parseInt(count.group(1).replace(",", "")) : 1;
  }

  private ReceivedEvent[] payments(int number) {
    return payments(number, hers);
  }

  private ReceivedEvent[] payments(int number, UUID from) {
    return IntStream.range(0, number)
        .mapToObj(i -> World.paid(anna, from, ben, his))
        .toArray(ReceivedEvent[]::new);
  }

  private List<Message> messages(UUID client) {
    return world.messagesOf(Recipient.client(client));
  }
}

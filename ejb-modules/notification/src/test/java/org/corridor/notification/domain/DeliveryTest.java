package org.corridor.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.corridor.notification.domain.Delivery.Due;
import org.corridor.notification.domain.Delivery.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryTest {

  private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
  private static final double MIDDLE = 0.5;

  @ParameterizedTest
  @CsvSource({
    "1, 0.5, PT30S",
    "2, 0.5, PT1M",
    "5, 0.5, PT8M",
    "9, 0.5, PT2H",
    "1000, 0.5, PT2H",
    "1, 0, PT24S",
    "1, 1, PT36S",
  })
  void pausesLongerEachTimeAndNotAllAtTheSameMoment(int attempts, double chance, Duration pause) {
    assertThat(Delivery.pause(attempts, chance)).isEqualTo(pause);
  }

  @Test
  void isTriedAgainForADayAndThenGivenUp() {
    var at = NOON;
    var delivery = pending(1);
    var attempts = 1;

    while (delivery.isPending()) {
      at = delivery.dueAt();
      delivery = pending(attempts++).failed("smtp-unreachable", at, MIDDLE);
    }

    assertThat(delivery.status()).isEqualTo(Status.FAILED);
    assertThat(delivery.reason()).isEqualTo("smtp-unreachable");
    assertThat(at).isBetween(NOON.plus(Duration.ofHours(21)), NOON.plus(Duration.ofHours(24)));
  }

  @Test
  void waitsForTheEndOfQuietHoursUnlessThatIsTooLate() {
    var soon = pending(1).waiting("quiet-hours", NOON.plus(Duration.ofHours(9)), NOON);
    var late = pending(1).waiting("quiet-hours", NOON.plus(Duration.ofHours(25)), NOON);

    assertThat(soon.isPending()).isTrue();
    assertThat(soon.dueAt()).isEqualTo(NOON.plus(Duration.ofHours(9)));
    assertThat(late.status()).isEqualTo(Status.FAILED);
  }

  @Test
  void endsOnce() {
    var sent = pending(1).sent(NOON);

    assertThat(sent.endedAt()).isEqualTo(NOON);
    assertThatIllegalStateException().isThrownBy(() -> sent.sent(NOON));
    assertThatIllegalStateException().isThrownBy(() -> sent.suppressed("no-address", NOON));
  }

  private static Delivery pending(int attempts) {
    var notice =
        new Notice(
            UUID.randomUUID(),
            UUID.randomUUID(),
            NoticeType.MONEY_SENT,
            Addressee.client(UUID.randomUUID()),
            Facts.none(),
            NOON,
            "correlation",
            0);
    var to = Recipient.client(notice.addressee().id());
    var made =
        Delivery.pending(UUID.randomUUID(), notice, to, Channel.EMAIL, null, new Due(NOON, NOON));
    return new Delivery(
        made.id(),
        made.noticeId(),
        made.recipient(),
        made.type(),
        made.channel(),
        null,
        Status.PENDING,
        attempts,
        NOON,
        NOON,
        made.giveUpAt(),
        null,
        null);
  }
}

package org.corridor.notification.domain.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.corridor.notification.domain.webhook.CallResult.Answered;
import org.corridor.notification.domain.webhook.CallResult.NotReached;
import org.corridor.notification.domain.webhook.WebhookMessage.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookMessageTest {

  private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
  private static final double MIDDLE = 0.5;

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 202, 204, 299})
  void anyAnswerOfSuccessIsTheEnd(int status) {
    var after = after(tried(1), new Answered(status, null, "thanks"));

    assertThat(after.status()).isEqualTo(Status.DELIVERED);
    assertThat(after.endedAt()).isEqualTo(NOON);
    assertThat(after.reason()).isNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 307, 400, 401, 404, 500, 503})
  void anyOtherAnswerIsTriedAgainARedirectToo(int status) {
    var after = after(tried(1), new Answered(status, null, ""));

    assertThat(after.status()).isEqualTo(Status.PENDING);
    assertThat(after.reason()).isEqualTo("http-" + status);
    assertThat(after.dueAt()).isEqualTo(NOON.plusSeconds(5));
  }

  @Test
  void anEndpointThatIsGoneIsNotTriedAgain() {
    var after = after(tried(1), new Answered(410, null, ""));

    assertThat(after.status()).isEqualTo(Status.FAILED);
    assertThat(after.reason()).isEqualTo("http-410");
  }

  @Test
  void thePausesAreThoseOfTheStandardAndThenItIsGivenUp() {
    var pauses =
        IntStream.rangeClosed(1, 9)
            .mapToObj(tries -> after(tried(tries), new NotReached("timeout")).dueAt())
            .map(due -> Duration.between(NOON, due))
            .toList();

    assertThat(pauses).isEqualTo(RetrySchedule.USUAL.pauses());
    assertThat(after(tried(10), new NotReached("timeout")).status()).isEqualTo(Status.FAILED);
  }

  @Test
  void chanceSpreadsTheAttemptsOfMany() {
    var message = tried(3);
    var result = new NotReached("timeout");

    var least = message.after(result, RetrySchedule.USUAL, NOON, 0).dueAt();
    var most = message.after(result, RetrySchedule.USUAL, NOON, 1).dueAt();

    assertThat(Duration.between(NOON, least)).isEqualTo(Duration.ofMinutes(27));
    assertThat(Duration.between(NOON, most)).isEqualTo(Duration.ofMinutes(33));
  }

  @Test
  void whoAsksToBeLeftAloneIsForADayAtMost() {
    var hour = Duration.ofHours(1);

    assertThat(after(tried(1), new Answered(429, hour, "")).dueAt()).isEqualTo(NOON.plus(hour));
    assertThat(after(tried(1), new Answered(503, hour, "")).dueAt()).isEqualTo(NOON.plus(hour));
    assertThat(after(tried(1), new Answered(500, hour, "")).dueAt()).isEqualTo(NOON.plusSeconds(5));
    assertThat(after(tried(1), new Answered(429, Duration.ofDays(300), "")).dueAt())
        .isEqualTo(NOON.plus(Duration.ofDays(1)));
    assertThat(after(tried(4), new Answered(429, Duration.ofSeconds(1), "")).dueAt())
        .isEqualTo(NOON.plus(Duration.ofHours(2)));
  }

  @Test
  void whatHasEndedIsNotTriedAgain() {
    var delivered = after(tried(1), new Answered(200, null, ""));

    assertThatIllegalStateException()
        .isThrownBy(() -> after(delivered, new Answered(200, null, "")));
  }

  private static WebhookMessage after(WebhookMessage message, CallResult result) {
    return message.after(result, RetrySchedule.USUAL, NOON, MIDDLE);
  }

  private static WebhookMessage tried(int tries) {
    var id = UUID.randomUUID();
    var made =
        WebhookMessage.pending(
            id, UUID.randomUUID(), id, new PublicEvent("transaction.paid", NOON, Map.of()), NOON);
    return new WebhookMessage(
        made.id(),
        made.endpointId(),
        made.eventId(),
        made.type(),
        made.status(),
        tries,
        tries,
        made.occurredAt(),
        made.createdAt(),
        made.dueAt(),
        null,
        null);
  }
}

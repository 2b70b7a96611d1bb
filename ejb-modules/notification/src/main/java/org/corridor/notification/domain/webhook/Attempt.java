package org.corridor.notification.domain.webhook;

import java.time.Duration;
import java.time.Instant;

/**
 * One call, as the log has it.
 *
 * @param status of HTTP; null if there was no answer
 * @param reason a code; null if the call has arrived
 * @param excerpt how the answer begins; null if there was none
 */
public record Attempt(
    int number, Instant at, Duration duration, Integer status, String reason, String excerpt) {

  public static Attempt of(int number, Instant at, Duration duration, CallResult result) {
    return result instanceof CallResult.Answered answer
        ? new Attempt(number, at, duration, answer.status(), answer.reason(), answer.excerpt())
        : new Attempt(number, at, duration, null, result.reason(), null);
  }
}

package org.corridor.dev.proof.crash;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.corridor.dev.demo.Answer;

/** Asks again until the answer is the one hoped for: after a crash some things take their time. */
final class Patience {

  private static final Duration PAUSE = Duration.ofMillis(250);

  private final Duration limit;

  Patience(Duration limit) {
    this.limit = limit;
  }

  /**
   * @throws IllegalStateException with the last answer, if the hope was in vain
   */
  Answer until(Predicate<Answer> hope, Supplier<Answer> request) {
    var deadline = Instant.now().plus(limit);
    var last = "no answer";
    while (Instant.now().isBefore(deadline)) {
      try {
        var answer = request.get();
        if (hope.test(answer)) {
          return answer;
        }
        last = answer.status() + " " + answer.body();
      } catch (UncheckedIOException e) {
        last = e.toString();
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    throw new IllegalStateException("still, after " + limit.toSeconds() + " s: " + last);
  }

  Answer untilStatus(int status, Supplier<Answer> request) {
    return until(answer -> answer.status() == status, request);
  }
}

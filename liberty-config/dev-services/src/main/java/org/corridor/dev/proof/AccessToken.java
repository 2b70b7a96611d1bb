package org.corridor.dev.proof;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.corridor.dev.demo.Answer;

/** A machine client's access token, renewed long before it expires by whoever then asks first. */
final class AccessToken {

  private static final long RENEWED_AFTER = Duration.ofMinutes(4).toNanos();

  private final Supplier<Answer> endpoint;
  private final ReentrantLock renewal = new ReentrantLock();
  private volatile Token token;

  private record Token(String value, long since) {}

  AccessToken(Supplier<Answer> endpoint) {
    this.endpoint = endpoint;
    this.token = fetch();
  }

  /** The others go on with the old one meanwhile: nobody waits but one. */
  String now() {
    if (System.nanoTime() - token.since() > RENEWED_AFTER && renewal.tryLock()) {
      try {
        token = fetch();
      } finally {
        renewal.unlock();
      }
    }
    return token.value();
  }

  private Token fetch() {
    return new Token(endpoint.get().text("/access_token"), System.nanoTime());
  }
}

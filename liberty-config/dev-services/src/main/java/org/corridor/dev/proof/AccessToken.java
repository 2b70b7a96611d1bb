package org.corridor.dev.proof;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.corridor.dev.demo.DemoOrganisation;

/** The machine client's access token, renewed long before it expires by whoever then asks first. */
final class AccessToken {

  private static final long RENEWED_AFTER = Duration.ofMinutes(4).toNanos();

  private final DemoOrganisation demo;
  private final ReentrantLock renewal = new ReentrantLock();
  private volatile Token token;

  private record Token(String value, long since) {}

  AccessToken(DemoOrganisation demo) {
    this.demo = demo;
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
    return new Token(demo.machineToken().text("/access_token"), System.nanoTime());
  }
}

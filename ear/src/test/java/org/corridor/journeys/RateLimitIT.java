package org.corridor.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.corridor.dev.Context;
import org.corridor.dev.demo.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nobody asks too often, and everybody is told how often it still may. */
@ExtendWith(House.Key.class)
class RateLimitIT {

  /** Open to all, and nothing else in these journeys needs it. */
  private static final String OPEN = "/api/auth/v1/.well-known/openid-configuration";

  private static final int ALLOWANCE = 120;

  private final House house;

  RateLimitIT(House house) {
    this.house = house;
  }

  @Test
  void whoIsSignedInIsToldWhatItMayStillAskAlsoWhenRefused() {
    var read = house.as("anna").get(Bank.TRANSACTIONS);
    var forbidden = house.as("anna").get("/api/auth/v1/users");
    var malformed = house.as("anna").post(Bank.TRANSFERS, "{");
    var machine = house.asMachine().get(Bank.ACCOUNTS);

    assertThat(read.status()).isEqualTo(200);
    assertThat(forbidden.status()).isEqualTo(403);
    assertThat(malformed.status()).isEqualTo(400);
    for (var answer : new Answer[] {read, forbidden, malformed}) {
      assertThat(answer.header("RateLimit-Policy")).hasValue("\"people\";q=60000;w=60");
      assertThat(answer.header("RateLimit").orElseThrow()).matches("\"people\";r=[0-9]+;t=[0-9]+");
    }
    assertThat(machine.header("RateLimit-Policy")).hasValue("\"machines\";q=600000;w=60");
  }

  @Test
  void aStrangerWhoAsksTooOftenIsTurnedAwayAndDisturbsNobody() throws InterruptedException {
    var refused = askUntilRefused();

    assertThat(refused.header("Content-Type")).hasValue("application/problem+json");
    assertThat(refused.text("/code")).isEqualTo("too-many-requests");
    assertThat(refused.text("/correlationId"))
        .isEqualTo(refused.header("X-Correlation-Id").orElseThrow());
    assertThat(refused.header("RateLimit-Policy")).hasValue("\"open\";q=120;w=60");
    assertThat(refused.header("RateLimit").orElseThrow()).startsWith("\"open\";r=0;t=");
    var seconds = Long.parseLong(refused.header("Retry-After").orElseThrow());
    assertThat(seconds).isBetween(1L, 60L);

    assertThat(house.asNobody().get("/api/auth/v1/jwks").status()).isEqualTo(200);
    assertThat(house.as("anna").get("/api/auth/v1/me").status()).isEqualTo(200);
    assertThat(house.as("teller").get(Bank.ACCOUNTS).status()).isEqualTo(200);

    Thread.sleep(Duration.ofSeconds(seconds).toMillis());
    assertThat(house.asNobody().get(OPEN).status()).isEqualTo(200);
  }

  @Test
  void aStrangerCannotSayThatItIsAnother() {
    for (var i = 0; i < 2 * ALLOWANCE; i++) {
      var answer = house.asNobody().get(OPEN, "X-Forwarded-For", "192.0.2." + i);
      if (answer.status() == 429) {
        return;
      }
    }
    throw new AssertionError("let in under " + 2 * ALLOWANCE + " addresses");
  }

  /** In one piece there is no gateway, so its word counts for nothing. */
  @Test
  void whatTheGatewaySaysOfAStrangerIsBelieved() {
    var server = house.server(Context.AUTH).baseUri();
    askUntilRefused();

    // some at once: what one may send grows again twice a second
    var another =
        Stream.generate(
                () -> house.asNobody().get(server + OPEN, "X-Forwarded-For", "192.0.2.77").status())
            .limit(5)
            .toList();

    if (House.isDistributed()) {
      assertThat(another).containsOnly(200);
    } else {
      assertThat(another).contains(429);
    }
  }

  @Test
  void probesAndMetricsAreNotLimited() {
    var server = house.server(Context.AUTH).baseUri();

    for (var i = 0; i <= 2 * ALLOWANCE; i++) {
      house.asNobody().get(server + "/health/live").expect(200);
    }
    assertThat(house.asNobody().get(server + "/metrics").header("RateLimit")).isEmpty();
  }

  private Answer askUntilRefused() {
    for (var i = 0; i < 2 * ALLOWANCE; i++) {
      var answer = house.asNobody().get(OPEN);
      if (answer.status() == 429) {
        return answer;
      }
    }
    throw new AssertionError("let in " + 2 * ALLOWANCE + " times");
  }
}

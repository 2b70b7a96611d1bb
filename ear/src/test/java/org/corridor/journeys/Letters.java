package org.corridor.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.corridor.dev.demo.Answer;

/** The dead letters of the transaction context, as an operator sees them. */
final class Letters {

  private static final String LETTERS = "/api/transaction/v1/dead-letters/";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final House house;

  Letters(House house) {
    this.house = house;
  }

  void await(String id) throws InterruptedException {
    var deadline = Instant.now().plus(PATIENCE);
    while (read(id).status() == 404) {
      assertThat(Instant.now()).as("dead letter " + id).isBefore(deadline);
      Thread.sleep(200);
    }
  }

  Answer read(String id) {
    return house.asMachine().get(LETTERS + id);
  }

  Answer replay(String id) {
    return house.asMachine().post(LETTERS + id + "/replay", "");
  }

  Answer discard(String id) {
    return house.asMachine().delete(LETTERS + id);
  }
}

package org.corridor.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.corridor.dev.proof.model.HttpPlatform;
import org.corridor.dev.proof.model.ModelSuite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Random commands, several at once, against a reference ledger; {@code mvn -Pmodel} does the same
 * for longer.
 */
@ExtendWith(House.Key.class)
class ModelIT {

  private static final Duration HOW_LONG = Duration.ofSeconds(25);

  private final House house;

  ModelIT(House house) {
    this.house = house;
  }

  @Test
  void someOrderOfTheCommandsExplainsEveryAnswer() {
    var seed = ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE);
    var told = new ByteArrayOutputStream();
    var bank = new Bank(house);
    var platform = new HttpPlatform(house::asMachine, bank.anActiveClient());

    var outcome =
        new ModelSuite(platform, seed, new PrintStream(told, true, StandardCharsets.UTF_8))
            .run(HOW_LONG);

    System.out.println(outcome.line());
    assertThat(outcome.isConvincing())
        .as("%s%n%s", outcome, told.toString(StandardCharsets.UTF_8))
        .isTrue();
    assertThat(bank.booksBalance()).isTrue();
  }
}

package org.corridor.dev.proof.model;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.corridor.dev.proof.FreshPlatform;

/** {@code mvn -Pmodel}: the model-based suite against the all-in-one server, as long as told. */
public final class ModelCommand {

  private static final int FIRST_PORT = 20_500;
  private static final int USUAL_SECONDS = 60;

  private ModelCommand() {}

  /** The argument is the directory to run in. */
  public static void main(String[] arguments) {
    var seconds = Integer.getInteger("seconds", USUAL_SECONDS);
    var seed = Long.getLong("seed", ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE));
    var home = Path.of(arguments[0]);
    ModelSuite.Outcome outcome;
    try (var platform = FreshPlatform.start(home, FIRST_PORT, Map.of(), postgres -> {})) {
      var http = new HttpPlatform(platform::machine, platform.demo().clientOf("anna"));
      outcome = new ModelSuite(http, seed, System.out).run(Duration.ofSeconds(seconds));
    }
    System.out.println(outcome.line());
    if (!outcome.isConvincing()) {
      throw new IllegalStateException("the platform is not what the reference says: " + outcome);
    }
  }
}

package org.corridor.dev.proof.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.corridor.dev.proof.model.PlatformInMemory.Fault;
import org.corridor.dev.proof.model.Reference.Hold;
import org.junit.jupiter.api.Test;

/** The suite passes what is right, and finds what is wrong. */
class ModelSuiteTest {

  private static final long SEED = 20261126;

  /** Whole stories have about twenty commands. */
  private static final int SHORT = 6;

  private static final Fault NONE = (command, before) -> Optional.empty();

  private final ByteArrayOutputStream output = new ByteArrayOutputStream();

  @Test
  void passesAPlatformThatDoesWhatTheReferenceSays() {
    var outcome = run(NONE, Duration.ofSeconds(2));

    assertThat(outcome.failures()).as(printed()).isZero();
    assertThat(outcome.stories()).isGreaterThan(20);
    assertThat(outcome.line())
        .isEqualTo(
            "seed=%d stories=%d commands=%d failures=0",
            SEED, outcome.stories(), outcome.commands());
  }

  @Test
  void findsThatAHoldCanBeCapturedTwice() {
    finds(
        (command, before) ->
            command instanceof Post post && isOver(before.holds().get(post.captures()))
                ? post.decide(before).stream()
                    .filter(decision -> decision.reply().code().equals("hold-not-active"))
                    .map(decision -> new Decision(Reply.of(201), post.legs().move(before)))
                    .findFirst()
                : Optional.empty());
  }

  @Test
  void findsThatAKeyPaysTwice() {
    finds(
        (command, before) ->
            command instanceof Transfer transfer
                    && before.made().containsKey(transfer.key())
                    && before.made().get(transfer.key()).request().equals(transfer)
                    && before.made().get(transfer.key()).reply().status() == 201
                ? Optional.of(
                    new Decision(
                        before.made().get(transfer.key()).reply(),
                        new Movement(transfer.from(), transfer.to(), transfer.cents())
                            .move(before)))
                : Optional.empty());
  }

  @Test
  void findsThatHeldMoneyIsSpent() {
    finds(
        (command, before) ->
            command instanceof Cash cash
                    && !cash.in()
                    && before.account(cash.account()).isOpen()
                    && before.account(cash.account()).available() < cash.cents()
                    && before.account(cash.account()).booked() >= cash.cents()
                    && !before.made().containsKey(cash.key())
                ? Optional.of(
                    new Decision(
                        Reply.of(201),
                        cash.movement()
                            .move(before)
                            .with(new Reference.Made(cash, Reply.of(201), false))))
                : Optional.empty());
  }

  @Test
  void findsThatAFrozenAccountIsClosedWithMoneyOnIt() {
    finds(
        (command, before) ->
            command instanceof ChangeStatus change
                    && change.kind() == ChangeStatus.Kind.CLOSE
                    && change.ifMatch() > 1
                    && before.account(change.account()).version() == change.ifMatch()
                    && before.account(change.account()).status() == Reference.Account.Status.FROZEN
                ? Optional.of(
                    new Decision(
                        Reply.of(200),
                        before.with(
                            change.account(),
                            before
                                .account(change.account())
                                .become(Reference.Account.Status.CLOSED))))
                : Optional.empty());
  }

  private static boolean isOver(Hold hold) {
    return hold != null && hold.state() == Hold.State.CAPTURED;
  }

  /** It does, and tells it by a short story. */
  private void finds(Fault fault) {
    var outcome = run(fault, Duration.ofSeconds(60));

    assertThat(outcome.failures()).isPositive();
    assertThat(outcome.isConvincing()).isFalse();
    assertThat(printed()).contains("FAILURE, of seed " + SEED);
    var story = printed().substring(printed().indexOf("FAILURE"));
    var told = story.substring(0, story.indexOf("before the last round"));
    assertThat(told.lines().filter(line -> line.contains(" -> ")))
        .as(told)
        .hasSizeBetween(2, SHORT);
  }

  private ModelSuite.Outcome run(Fault fault, Duration howLong) {
    var out = new PrintStream(output, true, StandardCharsets.UTF_8);
    return new ModelSuite(new PlatformInMemory(SEED, fault), SEED, out).run(howLong);
  }

  private String printed() {
    return output.toString(StandardCharsets.UTF_8);
  }
}

package org.corridor.transaction.infrastructure.saga;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.corridor.contracts.account.HoldAnswer;
import org.corridor.contracts.account.HoldOrder;
import org.corridor.contracts.account.LedgerUnavailable;
import org.corridor.transaction.application.Holds;
import org.corridor.transaction.application.payment.PaymentProcessor;
import org.corridor.transaction.application.payment.ProcessorAnswer;
import org.corridor.transaction.application.payment.ProcessorAnswer.NoAnswer;
import org.corridor.transaction.application.payment.ProcessorAnswer.NotReached;
import org.corridor.transaction.domain.payment.Payment;
import org.corridor.transaction.domain.payment.PaymentStatus;
import org.corridor.transaction.infrastructure.saga.Crashes.Crash;
import org.corridor.transaction.infrastructure.saga.PaymentWorld.Replica;
import org.corridor.transaction.infrastructure.saga.ProcessorInMemory.Way;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random faults at every place at once: answers that are lost, requests that arrive late, replicas
 * that die, people who cancel, a clock that jumps. Whatever happens, every payment ends, the
 * processor has paid it once or never, and the books say the same. A failure tells its seed.
 */
class SagaModelTest {

  private static final List<Way> WAYS = List.of(Way.values());
  private static final int PAYMENTS = 6;
  private static final int ROUNDS = 60;

  /** A request that was sent arrives within this time, or never. */
  private static final int LATEST_SECONDS = 55;

  static List<Long> seeds() {
    var seeds = new ArrayList<Long>(List.of(1L, 2L, 3L, 4L, 5L));
    seeds.add(System.nanoTime());
    seeds.add(System.nanoTime() * 31);
    return seeds;
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whateverHappensEveryPaymentEndsAndIsPaidOnceOrNever(long seed) {
    var story = new Story(new Random(seed));

    story.play();
    story.becomeQuiet();

    story.check();
  }

  /** One course of events. */
  private static final class Story {

    private final PaymentWorld world = new PaymentWorld();
    private final Random random;
    private final List<UUID> payments = new ArrayList<>();
    private final List<Late> late = new ArrayList<>();
    private boolean quiet;

    /** Since the beginning, whatever the clock says. */
    private Duration passed = Duration.ZERO;

    /**
     * @param at how long after the beginning
     */
    private record Late(Duration at, Runnable arrives) {}

    Story(Random random) {
      this.random = random;
    }

    void play() {
      for (var round = 0; round < ROUNDS; round++) {
        if (payments.size() < PAYMENTS && random.nextInt(4) == 0) {
          world.processor.takes(WAYS.get(random.nextInt(WAYS.size())));
          payments.add(world.pay(10_00 + random.nextInt(300_00)).id());
        }
        work(random.nextInt(3) == 0 ? 1 + random.nextInt(25) : 0);
        if (!payments.isEmpty() && random.nextInt(6) == 0) {
          var any = payments.get(random.nextInt(payments.size()));
          world.anotherReplica().cancelling.cancel(world.anna, any);
        }
        if (random.nextInt(5) == 0) {
          world.processor.decide();
        }
        pass(Duration.ofSeconds(random.nextInt(40)));
        if (random.nextInt(10) == 0) {
          world.clock.advance(jump());
        }
      }
    }

    /** Back by minutes, or forward by less than calls are waited for beyond the latest of them. */
    private Duration jump() {
      return random.nextBoolean()
          ? Duration.ofSeconds(-random.nextInt(600))
          : Duration.ofSeconds(random.nextInt(60 - LATEST_SECONDS));
    }

    void becomeQuiet() {
      quiet = true;
      world.processor.takes(Way.PAYS);
      for (var id : payments) {
        world.processor.decide();
        for (var round = 0; round < 400 && !world.saga(id).hasEnded(); round++) {
          work(0);
          pass(Duration.ofSeconds(30));
          world.processor.decide();
        }
        assertThat(world.saga(id).hasEnded()).as("ended: " + world.reading.find(id)).isTrue();
      }
      pass(Duration.ofMinutes(2));
    }

    void check() {
      var moved = 0L;
      for (var id : payments) {
        var payment = world.read(id);
        var isPaid = payment.status() == PaymentStatus.PAID;
        var story = payment + " " + world.reading.find(id);
        var times = world.processor.timesPaid(PaymentWorld.submission(id));
        assertThat(times).as(story).isEqualTo(isPaid ? 1 : 0);
        moved += isPaid ? payment.instruction().amount().minorUnits() : 0;
      }
      assertThat(world.bank.held(world.annas)).isZero();
      assertThat(world.bank.booked(world.annas)).isEqualTo(PaymentWorld.START - moved);
      assertThat(world.bank.booked(world.nostro)).isEqualTo(moved);
      assertThat(world.used()).isEqualTo(moved);
      assertThat(world.rebuilding.compare()).isEmpty();
    }

    /**
     * @param point where the replica dies; 0 if it does not
     */
    private void work(int point) {
      var crashes = new Crashes(PaymentWorld.UNITS);
      var replica = new Replica(world, crashes, crashes, new RoughProcessor(), new RoughHolds());
      crashes.dieAt(point);
      try {
        for (var i = 0; i < 4; i++) {
          replica.running.runNext();
        }
      } catch (Crash e) {
        assertThat(point).isPositive();
      }
    }

    private void pass(Duration time) {
      world.clock.advance(time);
      passed = passed.plus(time);
      for (var one : List.copyOf(late)) {
        if (one.at().compareTo(passed) <= 0) {
          late.remove(one);
          one.arrives().run();
        }
      }
    }

    /** Arrives later, when nobody waits for its answer any more; or never. */
    private void later(Runnable request) {
      if (random.nextBoolean()) {
        var at = passed.plusSeconds(random.nextInt(LATEST_SECONDS));
        late.add(new Late(at, request));
      }
    }

    private int trouble() {
      return quiet ? 0 : random.nextInt(6);
    }

    /** The way to the processor, on which anything may happen. */
    private final class RoughProcessor implements PaymentProcessor {

      @Override
      public String name() {
        return world.processor.name();
      }

      @Override
      public boolean isThere() {
        return true;
      }

      @Override
      public ProcessorAnswer submit(UUID submissionId, Payment payment) {
        switch (trouble()) {
          case 1 -> {
            return new NotReached("no connection");
          }
          case 2 -> {
            world.processor.submit(submissionId, payment);
            return new NoAnswer("the answer is lost");
          }
          case 3 -> {
            later(() -> world.processor.submit(submissionId, payment));
            return new NoAnswer("it is late");
          }
          default -> {
            return world.processor.submit(submissionId, payment);
          }
        }
      }

      @Override
      public ProcessorAnswer ask(UUID submissionId) {
        return trouble() == 1 ? new NoAnswer("lost") : world.processor.ask(submissionId);
      }

      @Override
      public List<ReturnedSubmission> returns(long after, int limit) {
        return List.of();
      }
    }

    /** The way to the holds, likewise. */
    private final class RoughHolds implements Holds {

      @Override
      public HoldAnswer place(HoldOrder order) {
        var trouble = trouble();
        if (trouble == 3) {
          later(() -> world.bank.place(order));
        }
        if (trouble == 1 || trouble == 3) {
          throw new LedgerUnavailable("no answer", null);
        }
        var answer = world.bank.place(order);
        if (trouble == 2) {
          throw new LedgerUnavailable("the answer is lost", null);
        }
        return answer;
      }

      @Override
      public HoldAnswer release(UUID accountId, UUID holdId, String correlationId) {
        var trouble = trouble();
        if (trouble == 1) {
          throw new LedgerUnavailable("no answer", null);
        }
        var answer = world.bank.release(accountId, holdId, correlationId);
        if (trouble == 2) {
          throw new LedgerUnavailable("the answer is lost", null);
        }
        return answer;
      }

      @Override
      public Optional<HoldAnswer> hold(UUID accountId, UUID holdId) {
        if (trouble() == 1) {
          throw new LedgerUnavailable("no answer", null);
        }
        return world.bank.hold(accountId, holdId);
      }
    }
  }
}

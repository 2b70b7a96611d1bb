package org.corridor.transaction.infrastructure.saga;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.corridor.transaction.domain.payment.PaymentStatus;
import org.corridor.transaction.infrastructure.saga.Crashes.Crash;
import org.corridor.transaction.infrastructure.saga.ProcessorInMemory.Way;
import org.junit.jupiter.api.Test;

/** A replica dies at each point in turn; another one carries the payment to the same end. */
class SagaCrashTest {

  private static final int MORE_POINTS_THAN_THERE_ARE = 200;

  @Test
  void whereverAReplicaDiesAPaymentIsPaidOnce() {
    var points = atEveryPoint((world, id) -> {}, Way.PAYS, PaymentStatus.PAID);

    assertThat(points).isGreaterThan(20);
  }

  @Test
  void whereverAReplicaDiesWhatTheProcessorRefusesIsUndone() {
    atEveryPoint((world, id) -> {}, Way.REFUSES, PaymentStatus.DECLINED);
  }

  @Test
  void whereverAReplicaDiesWhatTheProcessorPaysLaterIsPaidOnce() {
    atEveryPoint(
        (world, id) -> {
          world.replica.running.run(id);
          world.processor.decide();
          world.clock.advance(Duration.ofMinutes(1));
        },
        Way.PAYS_LATER,
        PaymentStatus.PAID);
  }

  @Test
  void whereverAReplicaDiesWhatIsCancelledIsUndone() {
    atEveryPoint(
        (world, id) -> world.replica.cancelling.cancel(world.anna, id),
        Way.PAYS,
        PaymentStatus.CANCELLED);
  }

  /**
   * @param first what happens before the saga is worked at, by the replica that dies
   * @return how many points there were
   */
  private static int atEveryPoint(
      BiConsumer<PaymentWorld, UUID> first, Way way, PaymentStatus end) {
    for (var point = 1; point < MORE_POINTS_THAN_THERE_ARE; point++) {
      var world = new PaymentWorld();
      world.processor.takes(way);
      var payment = world.pay(100_00);
      world.crashes.dieAt(point);
      var died = dies(world, first, payment.id());

      world.crashes.dieAt(0);
      world.processor.takes(way == Way.PAYS_LATER ? Way.PAYS : way);
      world.processor.decide();
      if (end == PaymentStatus.CANCELLED) {
        world.anotherReplica().cancelling.cancel(world.anna, payment.id());
      }
      world.clock.advance(PaymentWorld.LEASE);
      world.untilItEnds(payment.id());

      var ended = world.read(payment.id());
      assertThat(ended.status()).as("after a death at point " + point).isEqualTo(end);
      world.assertBooks(ended);
      if (!died) {
        return point - 1;
      }
    }
    throw new AssertionError("it never comes to its end");
  }

  private static boolean dies(
      PaymentWorld world, BiConsumer<PaymentWorld, UUID> first, UUID paymentId) {
    try {
      first.accept(world, paymentId);
      world.replica.running.run(paymentId);
      return false;
    } catch (Crash e) {
      return true;
    }
  }
}

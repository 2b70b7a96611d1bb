package org.corridor.transaction.infrastructure.saga;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.corridor.transaction.application.payment.PaymentReturns;
import org.corridor.transaction.application.payment.TakeReturns;
import org.corridor.transaction.domain.payment.PaymentStatus;
import org.corridor.transaction.infrastructure.payment.JdbcPaymentReturns;
import org.corridor.transaction.infrastructure.payment.JdbcPayments;
import org.corridor.transaction.infrastructure.saga.Crashes.Crash;
import org.junit.jupiter.api.Test;

/** What was paid comes back, once, whatever happens on its way. */
class PaymentReturnTest {

  private final PaymentWorld world = new PaymentWorld();

  @Test
  void whatComesBackIsBookedBackOnce() {
    var id = aPaidPayment();
    world.processor.sendsBack(PaymentWorld.submission(id));

    assertThat(taking(world).takeOnce()).isEqualTo(1);
    assertThat(taking(world).takeOnce()).isZero();
    assertThat(world.replica.running.runNext()).isTrue();

    var returned = world.read(id);
    assertThat(returned.status()).isEqualTo(PaymentStatus.RETURNED);
    assertThat(returned.whyNot().orElseThrow().code()).isEqualTo("processor-returned");
    assertThat(returned.whyNot().orElseThrow().detail()).contains("AC01", "no such account");
    assertThat(world.bank.booked(world.annas)).isEqualTo(PaymentWorld.START);
    assertThat(world.bank.booked(world.nostro)).isZero();
  }

  @Test
  void whatComesBackBeforeItIsBookedWaitsForThat() {
    var payment = world.pay(100_00);
    world.bank.closedForPosting(true);
    world.replica.running.run(payment.id());
    world.processor.sendsBack(PaymentWorld.submission(payment.id()));
    taking(world).takeOnce();
    world.replica.running.runNext();
    assertThat(world.bank.journals()).isZero();

    world.bank.closedForPosting(false);
    world.replica.steering.retry(payment.id(), "admin");
    world.untilItEnds(payment.id());
    world.untilItEnds(returnOf(payment.id()));

    assertThat(world.read(payment.id()).status()).isEqualTo(PaymentStatus.RETURNED);
    assertThat(world.bank.booked(world.annas)).isEqualTo(PaymentWorld.START);
    assertThat(world.bank.journals()).isEqualTo(2);
  }

  @Test
  void whatWasNeverSentIsTakenNoticeOfAndStopsNothing() {
    var id = aPaidPayment();
    world.processor.sendsBack(UUID.randomUUID());
    world.processor.sendsBack(PaymentWorld.submission(id));
    world.processor.sendsBack(PaymentWorld.submission(id));

    assertThat(taking(world).takeOnce()).isEqualTo(3);
    world.untilItEnds(returnOf(id));

    assertThat(world.read(id).status()).isEqualTo(PaymentStatus.RETURNED);
    assertThat(world.bank.booked(world.annas)).isEqualTo(PaymentWorld.START);
    assertThat(world.count("select count(*) from saga where kind = 'payment-return'")).isOne();
  }

  @Test
  void whereverAReplicaDiesItIsBookedBackOnce() {
    for (var point = 1; ; point++) {
      var again = new PaymentWorld();
      var id = aPaidPayment(again);
      again.processor.sendsBack(PaymentWorld.submission(id));
      again.crashes.dieAt(point);
      var died = dies(again);

      again.crashes.dieAt(0);
      taking(again).takeOnce();
      again.clock.advance(PaymentWorld.LEASE);
      again.untilItEnds(again.theReturnOf(id));

      assertThat(again.read(id).status()).isEqualTo(PaymentStatus.RETURNED);
      assertThat(again.bank.booked(again.annas)).isEqualTo(PaymentWorld.START);
      assertThat(again.bank.journals()).isEqualTo(2);
      if (!died) {
        assertThat(point).isGreaterThan(10);
        return;
      }
    }
  }

  private static boolean dies(PaymentWorld world) {
    try {
      taking(world).takeOnce();
      world.replica.running.runNext();
      return false;
    } catch (Crash e) {
      return true;
    }
  }

  private UUID aPaidPayment() {
    return aPaidPayment(world);
  }

  private static UUID aPaidPayment(PaymentWorld world) {
    var payment = world.pay(100_00);
    world.replica.running.run(payment.id());
    return payment.id();
  }

  private UUID returnOf(UUID paymentId) {
    return world.theReturnOf(paymentId);
  }

  private static TakeReturns taking(PaymentWorld world) {
    var database = PaymentWorld.UNITS.database();
    PaymentReturns returns = new JdbcPaymentReturns(database);
    return new TakeReturns(
        world.crashes,
        world.processor,
        returns,
        new JdbcPayments(database),
        world.replica.writing,
        world.clock);
  }
}

package org.corridor.notification.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.corridor.notification.application.Gateway;
import org.corridor.notification.domain.Channel;
import org.junit.jupiter.api.Test;

class ChannelDispatcherTest {

  private final World world = new World();

  @Test
  void aSlowChannelHoldsUpNothingButItself() throws Exception {
    var anna = world.anna();
    for (var i = 0; i < 10; i++) {
      world.happened(NoticesTest.passwordChanged(world.directory.addUser(anna, null)));
    }
    var slow = new SlowGateway();
    var mail = dispatcher(slow);
    var sms = dispatcher(world.sms);
    try {
      for (var i = 0; i < 5; i++) {
        mail.look();
        sms.look();
        Thread.sleep(100);
      }

      assertThat(slow.underWay()).isEqualTo(2);
      assertThat(
              world.value("select count(*) from delivery where channel = 'EMAIL' and attempts > 0"))
          .isEqualTo("2");
      assertThat(world.sms.sent).hasSize(10);
      assertThat(mail.getsThrough()).isTrue();
    } finally {
      slow.release();
      mail.stop();
      sms.stop();
    }
  }

  @Test
  void aThreadThatHasSentOneGoesOnWithTheNextWithoutAnotherLook() throws Exception {
    var anna = world.anna();
    for (var i = 0; i < 40; i++) {
      world.happened(NoticesTest.passwordChanged(world.directory.addUser(anna, null)));
    }
    var sms = dispatcher(world.sms);
    try {
      sms.look();

      for (var i = 0; i < 100 && world.sms.sent.size() < 40; i++) {
        Thread.sleep(100);
      }
      assertThat(world.sms.sent).hasSize(40);
    } finally {
      sms.stop();
    }
  }

  @Test
  void aLoopThatNobodyRunsAnyMoreIsNoticed() {
    var dispatcher = dispatcher(world.sms);

    world.clock.advance(Duration.ofMinutes(1));
    var before = dispatcher.getsThrough();
    dispatcher.look();

    assertThat(before).isFalse();
    assertThat(dispatcher.getsThrough()).isTrue();
    dispatcher.stop();
  }

  private ChannelDispatcher dispatcher(Gateway gateway) {
    return new ChannelDispatcher(
        gateway, world.sending, Executors.defaultThreadFactory(), world.clock);
  }

  /** Takes two at once, and lets go of them when it is told to. */
  private static final class SlowGateway implements Gateway {

    private final CountDownLatch released = new CountDownLatch(1);
    private final AtomicInteger begun = new AtomicInteger();

    int underWay() {
      return begun.get();
    }

    void release() {
      released.countDown();
    }

    @Override
    public Channel channel() {
      return Channel.EMAIL;
    }

    @Override
    public boolean isOffered() {
      return true;
    }

    @Override
    public int atOnce() {
      return 2;
    }

    @Override
    public Result send(Outgoing message) {
      begun.incrementAndGet();
      try {
        return released.await(20, TimeUnit.SECONDS)
            ? new Result.Taken()
            : new Result.TryAgain("slow");
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return new Result.TryAgain("interrupted");
      }
    }

    @Override
    public boolean isReachable() {
      return true;
    }
  }
}

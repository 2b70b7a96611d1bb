package org.corridor.notification.infrastructure.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.corridor.notification.domain.webhook.CallResult;
import org.corridor.notification.domain.webhook.CallResult.Answered;
import org.corridor.notification.infrastructure.webhook.WebhookLane.Width;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Calls on threads, of messages in a real database. */
class WebhookLaneTest {

  private static final String HANGING = "https://hanging.example/";
  private static final String ANSWERING = "https://answering.example/";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final WebhookWorld world = new WebhookWorld();
  private final CountDownLatch hanging = new CountDownLatch(1);
  private final List<Thread> threads = new CopyOnWriteArrayList<>();
  private WebhookLane lane;

  @AfterEach
  void stop() throws InterruptedException {
    hanging.countDown();
    lane.stop();
    for (var thread : threads) {
      thread.join();
    }
  }

  @Test
  void anEndpointThatHangsHoldsUpNoOther() throws InterruptedException {
    lane = lane(4, 2);
    world.register(HANGING);
    world.register(ANSWERING);

    happened(6);
    awaitCalls(ANSWERING, 6);

    assertThat(calls(HANGING)).as("as many as may be under way").isEqualTo(2);
    hanging.countDown();
    awaitCalls(HANGING, 6);
  }

  @Test
  void nothingIsClaimedThatWouldWaitForAThread() throws InterruptedException {
    lane = lane(2, 4);
    world.register(HANGING);

    happened(5);
    lane.look();
    awaitCalls(HANGING, 2);
    lane.look();

    assertThat(world.claim(false, Map.of())).as("another replica takes the rest").hasSize(3);
  }

  @Test
  void afterTheDatabaseWasAwayItGoesOn() throws InterruptedException {
    lane = lane(2, 2);
    world.register(ANSWERING);
    happened(1);

    world.execute("alter table webhook_message rename to mislaid");
    try {
      lane.look();
      world.clock.advance(Duration.ofMinutes(1));
      assertThat(lane.getsThrough()).isFalse();
    } finally {
      world.execute("alter table mislaid rename to webhook_message");
    }

    awaitCalls(ANSWERING, 1);
    assertThat(lane.getsThrough()).isTrue();
  }

  private WebhookLane lane(int threads, int perEndpoint) {
    world.answers = (url, headers, body) -> answer(url);
    return new WebhookLane(
        new Width(false, threads, perEndpoint), world.sending, this::thread, world.clock);
  }

  private Thread thread(Runnable work) {
    var thread = new Thread(work, "webhook");
    threads.add(thread);
    return thread;
  }

  private CallResult answer(String url) {
    if (url.equals(HANGING)) {
      try {
        hanging.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    return new Answered(200, null, "ok");
  }

  private void happened(int times) {
    for (var i = 0; i < times; i++) {
      world.happened(WebhookWorld.example("transaction.paid.v1"));
    }
  }

  private void awaitCalls(String url, long number) throws InterruptedException {
    var until = Instant.now().plus(PATIENCE);
    while (calls(url) < number) {
      assertThat(Instant.now()).as("calls of " + url).isBefore(until);
      lane.look();
      Thread.sleep(10);
    }
  }

  private long calls(String url) {
    synchronized (world.calls) {
      return world.calls.stream().filter(call -> call.url().equals(url)).count();
    }
  }
}

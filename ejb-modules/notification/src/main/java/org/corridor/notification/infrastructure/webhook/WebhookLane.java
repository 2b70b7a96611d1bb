package org.corridor.notification.infrastructure.webhook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.corridor.notification.application.webhook.SendWebhooks;
import org.corridor.notification.application.webhook.WebhookMessages.Claimed;
import org.corridor.notification.application.webhook.WebhookMessages.Lane;

/**
 * Calls endpoints on threads of its own, a few at once to each, and claims no more than it has
 * threads free for. There is one for endpoints that answer and one for those that have failed, so
 * that the dead hold up nobody who is alive.
 */
final class WebhookLane {

  private static final Logger LOG = Logger.getLogger(WebhookLane.class.getName());
  private static final Duration STALLED_AFTER = Duration.ofSeconds(30);
  private static final long IDLE_SECONDS = 30;

  private final Width width;
  private final SendWebhooks sending;
  private final Clock clock;
  private final Semaphore free;
  private final ThreadPoolExecutor pool;
  private final Map<UUID, Integer> underWay = new ConcurrentHashMap<>();
  private volatile Instant lastLook;
  private boolean failing;

  /**
   * How much goes at once.
   *
   * @param failing whether it is the lane of those that have failed
   */
  record Width(boolean failing, int threads, int perEndpoint) {}

  WebhookLane(Width width, SendWebhooks sending, ThreadFactory threads, Clock clock) {
    this.width = width;
    this.sending = sending;
    this.clock = clock;
    this.free = new Semaphore(width.threads());
    this.pool =
        new ThreadPoolExecutor(
            width.threads(),
            width.threads(),
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            threads);
    pool.allowCoreThreadTimeOut(true);
    this.lastLook = clock.instant();
  }

  /** Looks for what is due; an exception must not escape, since nobody would look again. */
  void look() {
    try {
      List<Claimed> claimed;
      do {
        var most = free.availablePermits();
        claimed = most == 0 ? List.of() : sending.claim(lane(), most);
        claimed.forEach(this::begin);
      } while (!claimed.isEmpty());
      lastLook = clock.instant();
      failing = false;
    } catch (RuntimeException e) {
      if (!failing) {
        LOG.log(Level.WARNING, "webhooks cannot be looked after; trying again", e);
      }
      failing = true;
    }
  }

  /** False if nobody could look for half a minute. */
  boolean getsThrough() {
    return Duration.between(lastLook, clock.instant()).compareTo(STALLED_AFTER) < 0;
  }

  void stop() {
    pool.shutdown();
  }

  private Lane lane() {
    return new Lane(width.failing(), width.perEndpoint(), underWay);
  }

  private void begin(Claimed claimed) {
    free.acquireUninterruptibly();
    underWay.merge(claimed.message().endpointId(), 1, Integer::sum);
    try {
      pool.execute(
          () -> {
            try {
              sending.send(claimed);
            } catch (RuntimeException e) {
              LOG.log(Level.WARNING, "a call cannot be written down; it is made again", e);
            } finally {
              end(claimed);
            }
          });
    } catch (RuntimeException e) {
      end(claimed);
      throw e;
    }
  }

  private void end(Claimed claimed) {
    underWay.computeIfPresent(
        claimed.message().endpointId(), (id, count) -> count == 1 ? null : count - 1);
    free.release();
  }
}

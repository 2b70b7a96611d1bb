package org.corridor.notification.infrastructure;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.corridor.notification.application.Deliveries.Claimed;
import org.corridor.notification.application.Gateway;
import org.corridor.notification.application.SendDeliveries;

/**
 * Sends what is due through one channel, on threads of its own: as many at once as the gateway
 * allows, and no more is claimed than there are threads free for. A slow channel holds up nothing
 * but itself.
 */
final class ChannelDispatcher {

  private static final Logger LOG = Logger.getLogger(ChannelDispatcher.class.getName());
  private static final Duration STALLED_AFTER = Duration.ofSeconds(30);
  private static final long IDLE_SECONDS = 30;

  private final Gateway gateway;
  private final SendDeliveries sending;
  private final Clock clock;
  private final Semaphore free;
  private final ThreadPoolExecutor pool;
  private volatile Instant lastLook;
  private boolean failing;

  ChannelDispatcher(Gateway gateway, SendDeliveries sending, ThreadFactory threads, Clock clock) {
    this.gateway = gateway;
    this.sending = sending;
    this.clock = clock;
    this.free = new Semaphore(gateway.atOnce());
    this.pool =
        new ThreadPoolExecutor(
            gateway.atOnce(),
            gateway.atOnce(),
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            threads);
    pool.allowCoreThreadTimeOut(true);
    this.lastLook = clock.instant();
  }

  Gateway gateway() {
    return gateway;
  }

  /** Looks for what is due; an exception must not escape, since nobody would look again. */
  void look() {
    try {
      var most = free.availablePermits();
      if (most > 0) {
        sending.claim(gateway.channel(), most).forEach(this::begin);
      }
      lastLook = clock.instant();
      failing = false;
    } catch (RuntimeException e) {
      if (!failing) {
        LOG.log(Level.WARNING, gateway.channel() + " cannot be looked after; trying again", e);
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

  private void begin(Claimed claimed) {
    free.acquireUninterruptibly();
    try {
      pool.execute(
          () -> {
            try {
              sendWhileThereAre(claimed);
            } finally {
              free.release();
            }
          });
    } catch (RuntimeException e) {
      free.release();
      throw e;
    }
  }

  /** A thread that has sent one goes on with the next that is due, without waiting for a look. */
  private void sendWhileThereAre(Claimed first) {
    try {
      var next = Optional.of(first);
      while (next.isPresent()) {
        sending.send(next.get(), gateway);
        next = claimNext();
      }
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "an attempt cannot be written down; it is made again", e);
    }
  }

  private Optional<Claimed> claimNext() {
    return pool.isShutdown()
        ? Optional.empty()
        : sending.claim(gateway.channel(), 1).stream().findFirst();
  }
}

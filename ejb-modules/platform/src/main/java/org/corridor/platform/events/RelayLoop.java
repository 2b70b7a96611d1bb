package org.corridor.platform.events;

import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.corridor.platform.schedule.Repeated;

/** Runs a relay again and again on a thread of the container, and knows whether it gets through. */
public final class RelayLoop {

  private static final Logger LOG = Logger.getLogger(RelayLoop.class.getName());
  private static final long PAUSE_MILLISECONDS = 100;
  private static final Duration STALLED_AFTER = Duration.ofSeconds(30);

  private final EventRelay relay;
  private final Clock clock;
  private volatile Instant lastSuccess;
  private volatile boolean failing;
  private ScheduledFuture<?> running;

  public RelayLoop(EventRelay relay, Clock clock) {
    this.relay = relay;
    this.clock = clock;
    this.lastSuccess = clock.instant();
  }

  public synchronized void start(ManagedScheduledExecutorService threads) {
    running =
        threads.scheduleWithFixedDelay(
            new Repeated(this::drain),
            PAUSE_MILLISECONDS,
            PAUSE_MILLISECONDS,
            TimeUnit.MILLISECONDS);
  }

  public synchronized void stop() {
    if (running != null) {
      running.cancel(false);
    }
  }

  /** False if nothing could be read or handed on for half a minute, or the loop has stopped. */
  public boolean getsThrough() {
    return Duration.between(lastSuccess, clock.instant()).compareTo(STALLED_AFTER) < 0;
  }

  /**
   * Goes on at once only while batches are full. Each costs two commits, whatever is in it: what
   * comes one by one is carried together after the pause. An exception must not escape: the
   * executor would never call again.
   */
  private void drain() {
    try {
      int sent;
      do {
        sent = relay.relayOnce();
        lastSuccess = clock.instant();
      } while (relay.isFull(sent));
      if (failing) {
        failing = false;
        LOG.info("events are relayed again");
      }
    } catch (SQLException | RuntimeException e) {
      if (!failing) {
        LOG.log(Level.WARNING, "events cannot be relayed; trying again", e);
      }
      failing = true;
    }
  }
}

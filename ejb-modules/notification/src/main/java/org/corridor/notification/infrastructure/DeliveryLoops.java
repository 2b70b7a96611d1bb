package org.corridor.notification.infrastructure;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.corridor.notification.application.AddressNotices;
import org.corridor.notification.application.Channels;
import org.corridor.notification.application.NotificationClock;
import org.corridor.notification.application.SendDeliveries;
import org.corridor.notification.domain.Channel;
import org.corridor.platform.schedule.Repeated;

/** Addresses what was received, and sends what is due, several times a second; every replica. */
@Singleton
@Startup
@DependsOn("NotificationSchema")
@Lock(LockType.READ)
@TransactionManagement(TransactionManagementType.BEAN)
public class DeliveryLoops {

  private static final Logger LOG = Logger.getLogger(DeliveryLoops.class.getName());
  private static final long PAUSE_MILLISECONDS = 250;

  /** Before the application has started, nothing of it can be called. */
  private static final long START_MILLISECONDS = 3_000;

  private static final Duration STALLED_AFTER = Duration.ofMinutes(1);

  @Resource private ManagedScheduledExecutorService schedule;
  @Resource private ManagedThreadFactory threads;

  @Inject private AddressNotices addressing;
  @Inject private SendDeliveries sending;
  @Inject private Channels channels;
  @Inject @NotificationClock private Clock clock;

  private final List<ScheduledFuture<?>> running = new ArrayList<>();
  private final List<ChannelDispatcher> dispatchers = new ArrayList<>();
  private volatile Instant lastAddressing;
  private boolean failing;

  @PostConstruct
  void start() {
    lastAddressing = clock.instant();
    run(this::address);
    for (var channel : Channel.values()) {
      channels
          .gateway(channel)
          .map(gateway -> new ChannelDispatcher(gateway, sending, threads, clock))
          .ifPresent(
              dispatcher -> {
                dispatchers.add(dispatcher);
                run(dispatcher::look);
              });
    }
  }

  @PreDestroy
  void stop() {
    running.forEach(loop -> loop.cancel(false));
    dispatchers.forEach(ChannelDispatcher::stop);
  }

  /** False if nobody looks after what was received, or after one of the channels. */
  public boolean areAlive() {
    var silence = Duration.between(lastAddressing, clock.instant());
    return silence.compareTo(STALLED_AFTER) < 0
        && dispatchers.stream().allMatch(ChannelDispatcher::getsThrough);
  }

  /** Whether the other side of each channel could be reached at the last attempt. */
  public Map<Channel, Boolean> reachable() {
    var reachable = new EnumMap<Channel, Boolean>(Channel.class);
    dispatchers.forEach(
        dispatcher ->
            reachable.put(dispatcher.gateway().channel(), dispatcher.gateway().isReachable()));
    return reachable;
  }

  private void run(Runnable look) {
    running.add(
        schedule.scheduleWithFixedDelay(
            new Repeated(look), START_MILLISECONDS, PAUSE_MILLISECONDS, TimeUnit.MILLISECONDS));
  }

  /** An exception must not escape: the executor would never call again. */
  private void address() {
    try {
      int looked;
      do {
        looked = addressing.addressSome();
        lastAddressing = clock.instant();
      } while (looked > 0);
      failing = false;
    } catch (RuntimeException e) {
      if (!failing) {
        LOG.log(Level.WARNING, "notices cannot be addressed; trying again", e);
      }
      failing = true;
    }
  }
}

package org.corridor.notification.infrastructure.webhook;

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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.corridor.notification.application.NotificationClock;
import org.corridor.notification.application.webhook.SecretVault;
import org.corridor.notification.application.webhook.SendWebhooks;
import org.corridor.notification.infrastructure.webhook.WebhookLane.Width;
import org.corridor.platform.schedule.Repeated;

/** Makes the calls that are due, several times a second; every replica. Nothing without a key. */
@Singleton
@Startup
@DependsOn("NotificationSchema")
@Lock(LockType.READ)
@TransactionManagement(TransactionManagementType.BEAN)
public class WebhookLoops {

  private static final long PAUSE_MILLISECONDS = 250;

  /** Before the application has started, nothing of it can be called. */
  private static final long START_MILLISECONDS = 3_000;

  private static final Width ANSWERING = new Width(false, 32, 4);
  private static final Width FAILING = new Width(true, 16, 1);

  @Resource private ManagedScheduledExecutorService schedule;
  @Resource private ManagedThreadFactory threads;

  @Inject private SendWebhooks sending;
  @Inject private SecretVault vault;
  @Inject @NotificationClock private Clock clock;

  private final List<ScheduledFuture<?>> running = new ArrayList<>();
  private final List<WebhookLane> lanes = new ArrayList<>();

  @PostConstruct
  void start() {
    if (!vault.isOpen()) {
      return;
    }
    for (var width : List.of(ANSWERING, FAILING)) {
      var lane = new WebhookLane(width, sending, threads, clock);
      lanes.add(lane);
      running.add(
          schedule.scheduleWithFixedDelay(
              new Repeated(lane::look),
              START_MILLISECONDS,
              PAUSE_MILLISECONDS,
              TimeUnit.MILLISECONDS));
    }
  }

  @PreDestroy
  void stop() {
    running.forEach(loop -> loop.cancel(false));
    lanes.forEach(WebhookLane::stop);
  }

  /** False if nobody looks after calls that are due. */
  public boolean areAlive() {
    return lanes.stream().allMatch(WebhookLane::getsThrough);
  }
}

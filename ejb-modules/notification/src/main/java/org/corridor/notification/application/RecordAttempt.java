package org.corridor.notification.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import org.corridor.notification.application.Deliveries.Claimed;
import org.corridor.notification.application.Gateway.Result;
import org.corridor.notification.domain.Channel;
import org.corridor.notification.domain.Delivery;
import org.corridor.notification.domain.Delivery.Status;
import org.corridor.notification.domain.NotificationEvent.DeliveryFailed;
import org.corridor.platform.events.Trail;

/** Writes down what has become of an attempt, with an event if nobody will be told any more. */
@ApplicationScoped
public class RecordAttempt {

  private final UnitOfWork units;
  private final Deliveries deliveries;
  private final PushSubscriptions subscriptions;
  private final Telling telling;
  private final Clock clock;

  /** Who else is told of it. */
  @ApplicationScoped
  public static class Telling {

    private final EventLog events;
    private final DeliveryCounts counts;

    @Inject
    public Telling(EventLog events, DeliveryCounts counts) {
      this.events = events;
      this.counts = counts;
    }

    /** For the container's proxy. */
    protected Telling() {
      this(null, null);
    }

    void failed(Claimed claimed, Delivery delivery, Instant at) {
      events.append(
          "delivery/" + delivery.id(),
          0,
          new DeliveryFailed(
              delivery.id(),
              delivery.recipient().kind(),
              delivery.recipient().id(),
              delivery.type(),
              delivery.channel(),
              delivery.reason()),
          at,
          Trail.of(claimed.correlationId()));
    }

    void count(Delivery delivery) {
      var outcome =
          delivery.isPending() ? "retried" : delivery.status().name().toLowerCase(Locale.ROOT);
      counts.count(delivery.channel(), outcome);
    }
  }

  @Inject
  public RecordAttempt(
      UnitOfWork units,
      Deliveries deliveries,
      PushSubscriptions subscriptions,
      Telling telling,
      @NotificationClock Clock clock) {
    this.units = units;
    this.deliveries = deliveries;
    this.subscriptions = subscriptions;
    this.telling = telling;
    this.clock = clock;
  }

  /** For the container's proxy. */
  protected RecordAttempt() {
    this(null, null, null, null, null);
  }

  void record(Claimed claimed, Result result) {
    var now = clock.instant();
    record(claimed, after(claimed.delivery(), result, now));
    if (result instanceof Result.Gone && claimed.delivery().channel() == Channel.PUSH) {
      units.run(() -> subscriptions.remove(claimed.delivery().target()));
    }
  }

  void record(Claimed claimed, Delivery delivery) {
    var counts =
        units.within(
            () -> {
              var isOurs = deliveries.record(delivery);
              if (isOurs && delivery.status() == Status.FAILED) {
                telling.failed(claimed, delivery, clock.instant());
              }
              return isOurs;
            });
    if (counts) {
      telling.count(delivery);
    }
  }

  private static Delivery after(Delivery delivery, Result result, Instant now) {
    if (result instanceof Result.Taken) {
      return delivery.sent(now);
    }
    if (result instanceof Result.Refused refused) {
      return delivery.refused(refused.reason(), now);
    }
    if (result instanceof Result.Gone gone) {
      return delivery.refused(gone.reason(), now);
    }
    var tryAgain = (Result.TryAgain) result;
    return delivery.failed(tryAgain.reason(), now, ThreadLocalRandom.current().nextDouble());
  }
}

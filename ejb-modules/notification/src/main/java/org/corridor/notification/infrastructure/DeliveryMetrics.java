package org.corridor.notification.infrastructure;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.corridor.notification.application.NotificationClock;
import org.corridor.notification.domain.Channel;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.Tag;

/** How much waits in each channel, and for how long; asked of the database now and then. */
@Singleton
@Startup
@DependsOn("NotificationSchema")
@Lock(LockType.READ)
@TransactionManagement(TransactionManagementType.BEAN)
public class DeliveryMetrics {

  private static final Logger LOG = Logger.getLogger(DeliveryMetrics.class.getName());

  private static final Metadata WAITING =
      Metadata.builder()
          .withName("corridor_notification_deliveries_waiting")
          .withDescription("deliveries that are not sent yet")
          .build();
  private static final Metadata OLDEST =
      Metadata.builder()
          .withName("corridor_notification_oldest_due")
          .withDescription("how long the delivery has been due that waits longest")
          .withUnit(MetricUnits.SECONDS)
          .build();

  private static final String WAIT =
      "select channel, count(*), min(due_at) filter (where due_at <= now()) as oldest"
          + " from delivery where status = 'PENDING' group by channel";

  private static final Duration GOOD_FOR = Duration.ofSeconds(5);

  @Resource(lookup = "jdbc/notification")
  private DataSource dataSource;

  @Inject private MetricRegistry registry;
  @Inject @NotificationClock private Clock clock;

  private Map<Channel, Wait> waits = Map.of();
  private Instant askedAt = Instant.EPOCH;

  private record Wait(long count, Instant oldest) {}

  @PostConstruct
  void begin() {
    for (var channel : Channel.values()) {
      if (channel != Channel.IN_APP) {
        var tag = new Tag("channel", channel.name());
        registry.gauge(WAITING, channel, this::waiting, tag);
        registry.gauge(OLDEST, channel, this::oldestSeconds, tag);
      }
    }
  }

  private double waiting(Channel channel) {
    var wait = waits().get(channel);
    return wait == null ? 0 : wait.count();
  }

  private double oldestSeconds(Channel channel) {
    var wait = waits().get(channel);
    return wait == null || wait.oldest() == null
        ? 0
        : Duration.between(wait.oldest(), clock.instant()).toSeconds();
  }

  private synchronized Map<Channel, Wait> waits() {
    var now = clock.instant();
    if (Duration.between(askedAt, now).compareTo(GOOD_FOR) > 0) {
      waits = ask();
      askedAt = now;
    }
    return waits;
  }

  private Map<Channel, Wait> ask() {
    var asked = new EnumMap<Channel, Wait>(Channel.class);
    try (var connection = dataSource.getConnection();
        var select = connection.prepareStatement(WAIT);
        var rows = select.executeQuery()) {
      while (rows.next()) {
        asked.put(
            Channel.valueOf(rows.getString(1)),
            new Wait(rows.getLong(2), Columns.instant(rows, "oldest")));
      }
    } catch (SQLException e) {
      LOG.log(Level.WARNING, "what waits cannot be counted", e);
    }
    return asked;
  }
}

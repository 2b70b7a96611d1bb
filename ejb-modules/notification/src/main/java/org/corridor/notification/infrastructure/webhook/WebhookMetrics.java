package org.corridor.notification.infrastructure.webhook;

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
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.corridor.notification.application.NotificationClock;
import org.corridor.notification.infrastructure.Columns;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;

/** How many calls wait, and for how long; asked of the database now and then. */
@Singleton
@Startup
@DependsOn("NotificationSchema")
@Lock(LockType.READ)
@TransactionManagement(TransactionManagementType.BEAN)
public class WebhookMetrics {

  private static final Logger LOG = Logger.getLogger(WebhookMetrics.class.getName());

  private static final Metadata WAITING =
      Metadata.builder()
          .withName("corridor_notification_webhooks_waiting")
          .withDescription("webhooks that have not arrived yet")
          .build();
  private static final Metadata OLDEST =
      Metadata.builder()
          .withName("corridor_notification_webhooks_oldest_due")
          .withDescription("how long the webhook has been due that waits longest")
          .withUnit(MetricUnits.SECONDS)
          .build();
  private static final Metadata DISABLED =
      Metadata.builder()
          .withName("corridor_notification_webhook_endpoints_disabled")
          .withDescription("webhook endpoints that the platform has disabled")
          .build();

  // what waits for an endpoint that is not called is not late
  private static final String WAIT =
      "select (select count(*) from webhook_message where status = 'PENDING') as waiting,"
          + " (select min(m.due_at) from webhook_message m join webhook_endpoint e"
          + " on e.id = m.endpoint_id where m.status = 'PENDING' and m.due_at <= now()"
          + " and e.enabled) as oldest,"
          + " (select count(*) from webhook_endpoint where not enabled"
          + " and disabled_reason is not null and deleted_at is null) as disabled";

  private static final Duration GOOD_FOR = Duration.ofSeconds(5);

  @Resource(lookup = "jdbc/notification")
  private DataSource dataSource;

  @Inject private MetricRegistry registry;
  @Inject @NotificationClock private Clock clock;

  private Wait wait = new Wait(0, null, 0);
  private Instant askedAt = Instant.EPOCH;

  private record Wait(long waiting, Instant oldest, long disabled) {}

  @PostConstruct
  void begin() {
    registry.gauge(WAITING, this, metrics -> (double) metrics.ask().waiting());
    registry.gauge(OLDEST, this, WebhookMetrics::oldestSeconds);
    registry.gauge(DISABLED, this, metrics -> (double) metrics.ask().disabled());
  }

  private double oldestSeconds() {
    var oldest = ask().oldest();
    return oldest == null ? 0 : Duration.between(oldest, clock.instant()).toSeconds();
  }

  private synchronized Wait ask() {
    var now = clock.instant();
    if (Duration.between(askedAt, now).compareTo(GOOD_FOR) > 0) {
      askedAt = now;
      try (var connection = dataSource.getConnection();
          var select = connection.prepareStatement(WAIT);
          var rows = select.executeQuery()) {
        rows.next();
        wait =
            new Wait(
                rows.getLong("waiting"), Columns.instant(rows, "oldest"), rows.getLong("disabled"));
      } catch (SQLException e) {
        LOG.log(Level.FINE, "the webhooks that wait cannot be counted now", e);
      }
    }
    return wait;
  }
}

package org.corridor.notification.infrastructure.webhook;

import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.corridor.notification.application.NotificationClock;
import org.corridor.notification.infrastructure.Columns;

/** Forgets old messages, deleted endpoints, and secrets that sign no more. */
@Singleton
@Startup
@DependsOn("NotificationSchema")
@TransactionManagement(TransactionManagementType.BEAN)
public class WebhookHousekeeping {

  private static final Logger LOG = Logger.getLogger(WebhookHousekeeping.class.getName());

  /** In small transactions; what refers comes before what it refers to. */
  private static final List<String> FORGET =
      List.of(
          "delete from webhook_message where id = any(array("
              + "select id from webhook_message where created_at < ? limit 1000))",
          "delete from webhook_endpoint where id = any(array("
              + "select id from webhook_endpoint e where deleted_at < ? and not exists"
              + " (select 1 from webhook_message m where m.endpoint_id = e.id) limit 1000))");

  private static final String FORGET_SECRETS =
      "update webhook_endpoint set previous_secret = null, previous_until = null"
          + " where previous_until < ?";

  @Resource(lookup = "jdbc/notification")
  private DataSource dataSource;

  @Inject private WebhookSettings settings;
  @Inject @NotificationClock private Clock clock;

  /** Messages are kept for as long as the setting says, whatever has become of them. */
  @Schedule(hour = "*", minute = "37", persistent = false)
  void forget() {
    try (var connection = dataSource.getConnection()) {
      forget(connection, settings, clock.instant());
    } catch (SQLException e) {
      LOG.log(Level.WARNING, "old webhooks cannot be forgotten; trying again in an hour", e);
    }
  }

  static void forget(Connection connection, WebhookSettings settings, Instant now)
      throws SQLException {
    for (var sql : FORGET) {
      try (var delete = connection.prepareStatement(sql)) {
        delete.setObject(1, Columns.of(now.minus(settings.kept())));
        while (delete.executeUpdate() > 0) {
          LOG.log(Level.FINE, "old webhooks forgotten");
        }
      }
    }
    try (var update = connection.prepareStatement(FORGET_SECRETS)) {
      update.setObject(1, Columns.of(now));
      update.executeUpdate();
    }
  }
}

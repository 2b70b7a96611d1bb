package org.corridor.notification.infrastructure;

import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.corridor.notification.application.NotificationClock;
import org.corridor.platform.housekeeping.ContextHousekeeping;

/** Forgets what the context need not keep. */
@Singleton
@Startup
@DependsOn("NotificationSchema")
@TransactionManagement(TransactionManagementType.BEAN)
public class NotificationHousekeeping extends ContextHousekeeping {

  private static final Logger LOG = Logger.getLogger(NotificationHousekeeping.class.getName());

  // what refers comes before what it refers to; in small transactions, for the relay's sake
  private static final List<String> FORGET =
      List.of(
          "delete from message where id = any(array("
              + "select id from message where created_at < ? limit 1000))",
          "delete from delivery where id = any(array("
              + "select id from delivery where created_at < ? and ended_at is not null limit 1000))",
          "delete from notice where id = any(array("
              + "select id from notice n where created_at < ? and status <> 'RECEIVED' and not exists"
              + " (select 1 from delivery d where d.notice_id = n.id) limit 1000))",
          "delete from notice_summary where next_at < ?");

  @Resource(lookup = "jdbc/notification")
  private DataSource dataSource;

  @Inject private NotificationSettings settings;
  @Inject @NotificationClock private Clock clock;

  @Override
  protected DataSource dataSource() {
    return dataSource;
  }

  /** What was sent, and what stands in the app, is kept for as long as the setting says. */
  @Schedule(hour = "*", minute = "27", persistent = false)
  void forgetOldNotices() {
    var before = Columns.of(clock.instant().minus(settings.kept()));
    try (var connection = dataSource.getConnection()) {
      for (var sql : FORGET) {
        try (var delete = connection.prepareStatement(sql)) {
          delete.setObject(1, before);
          while (delete.executeUpdate() > 0) {
            LOG.log(Level.FINE, "old notices forgotten");
          }
        }
      }
    } catch (SQLException e) {
      LOG.log(Level.WARNING, "old notices cannot be forgotten; trying again in an hour", e);
    }
  }
}

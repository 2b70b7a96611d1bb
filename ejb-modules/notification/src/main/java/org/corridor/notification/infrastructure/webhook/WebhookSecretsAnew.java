package org.corridor.notification.infrastructure.webhook;

import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.corridor.platform.secrets.SealedColumn;

/** Seals the secrets of endpoints anew, every hour, if older keys have sealed them. */
@Singleton
@Startup
@DependsOn("NotificationSchema")
@TransactionManagement(TransactionManagementType.BEAN)
public class WebhookSecretsAnew {

  private static final Logger LOG = Logger.getLogger(WebhookSecretsAnew.class.getName());

  private static final List<SealedColumn> SECRETS =
      List.of(
          new SealedColumn("webhook_endpoint", "id", "secret"),
          new SealedColumn("webhook_endpoint", "id", "previous_secret"));

  @Resource(lookup = "jdbc/notification")
  private DataSource dataSource;

  @Inject private AesGcmVault vault;

  @Schedule(hour = "*", minute = "47", persistent = false)
  void sealAnew() {
    try {
      sealAnew(dataSource, vault);
    } catch (SQLException | IllegalStateException e) {
      LOG.log(Level.WARNING, "secrets cannot be sealed anew; trying again in an hour", e);
    }
  }

  static void sealAnew(DataSource dataSource, AesGcmVault vault) throws SQLException {
    for (var column : SECRETS) {
      column.sealAnew(
          dataSource,
          vault::isCurrent,
          (id, secret) -> {
            var endpoint = UUID.fromString(id);
            return vault.seal(endpoint, vault.unseal(endpoint, secret));
          });
    }
  }
}

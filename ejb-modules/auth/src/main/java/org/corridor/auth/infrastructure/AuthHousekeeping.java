package org.corridor.auth.infrastructure;

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
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.corridor.platform.housekeeping.ContextHousekeeping;
import org.corridor.platform.secrets.SealedColumn;

/** Forgets what the context need not keep, and seals anew what older keys have sealed. */
@Singleton
@Startup
@DependsOn("AuthSchema")
@TransactionManagement(TransactionManagementType.BEAN)
public class AuthHousekeeping extends ContextHousekeeping {

  private static final Logger LOG = Logger.getLogger(AuthHousekeeping.class.getName());

  static final SealedColumn SECRETS = new SealedColumn("second_factor", "user_id", "secret");

  @Resource(lookup = "jdbc/auth")
  private DataSource dataSource;

  @Inject private AesSecretEncryption encryption;

  @Override
  protected DataSource dataSource() {
    return dataSource;
  }

  @Override
  protected Map<String, Forgetting> others() {
    return Map.of("revocations of tokens that have ended", AuthHousekeeping::revocations);
  }

  private static int revocations(Connection connection) throws SQLException {
    try (var delete =
        connection.prepareStatement(
            "delete from revocation where id in (select id from revocation"
                + " where revoked_at < now() - interval '2 hours' limit 1000)")) {
      return delete.executeUpdate();
    }
  }

  /** The signing keys are sealed anew by whoever looks after them. */
  @Schedule(hour = "*", minute = "37", persistent = false)
  void sealAnew() {
    try {
      SECRETS.sealAnew(
          dataSource,
          encryption::isCurrent,
          (owner, secret) -> encryption.encrypt(owner, encryption.decrypt(owner, secret)));
    } catch (SQLException | IllegalStateException e) {
      LOG.log(Level.WARNING, "secrets cannot be sealed anew; trying again in an hour", e);
    }
  }
}

package org.corridor.auth.infrastructure;

import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.corridor.platform.housekeeping.ContextHousekeeping;

/** Forgets what the context need not keep. */
@Singleton
@Startup
@DependsOn("AuthSchema")
@TransactionManagement(TransactionManagementType.BEAN)
public class AuthHousekeeping extends ContextHousekeeping {

  @Resource(lookup = "jdbc/auth")
  private DataSource dataSource;

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
}

package org.corridor.account.infrastructure;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.corridor.platform.schema.Migrations;

/**
 * Migrates the context's database when the application starts; if that fails, the application does
 * not start. Flyway commits by itself, so no transaction of the container may be around it.
 */
@Singleton
@Startup
@Lock(LockType.READ)
@TransactionManagement(TransactionManagementType.BEAN)
public class AccountSchema {

  private static final Logger LOG = Logger.getLogger(AccountSchema.class.getName());

  @Resource(lookup = "jdbc/account-migration")
  private DataSource owner;

  private String version;

  @PostConstruct
  void migrate() {
    version = new Migrations(owner, "account", getClass().getClassLoader()).apply();
    LOG.info("the schema of account is at version " + version);
  }

  /** The version that the code was started with. */
  public String version() {
    return version;
  }
}

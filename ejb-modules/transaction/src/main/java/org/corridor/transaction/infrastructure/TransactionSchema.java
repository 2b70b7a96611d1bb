package org.corridor.transaction.infrastructure;

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
public class TransactionSchema {

  private static final Logger LOG = Logger.getLogger(TransactionSchema.class.getName());

  @Resource(lookup = "jdbc/transaction-migration")
  private DataSource owner;

  private String version;

  @PostConstruct
  void migrate() {
    version = new Migrations(owner, "transaction", getClass().getClassLoader()).apply();
    LOG.info("the schema of transaction is at version " + version);
  }

  /** The version that the code was started with. */
  public String version() {
    return version;
  }
}

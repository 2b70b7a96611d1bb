package org.corridor.account.infrastructure;

import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import javax.sql.DataSource;
import org.corridor.platform.schema.ContextSchema;

/** Migrates the context's database. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class AccountSchema extends ContextSchema {

  @Resource(lookup = "jdbc/account-migration")
  private DataSource owner;

  public AccountSchema() {
    super("account");
  }

  @Override
  protected DataSource owner() {
    return owner;
  }
}

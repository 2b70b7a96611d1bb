package org.corridor.transaction.infrastructure;

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
public class TransactionSchema extends ContextSchema {

  @Resource(lookup = "jdbc/transaction-migration")
  private DataSource owner;

  public TransactionSchema() {
    super("transaction");
  }

  @Override
  protected DataSource owner() {
    return owner;
  }
}

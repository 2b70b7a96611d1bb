package org.corridor.client.infrastructure;

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
public class ClientSchema extends ContextSchema {

  @Resource(lookup = "jdbc/client-migration")
  private DataSource owner;

  public ClientSchema() {
    super("client");
  }

  @Override
  protected DataSource owner() {
    return owner;
  }
}

package org.corridor.auth.infrastructure;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import javax.sql.DataSource;

/** The context's data source, as a type of its own: an EAR has several. */
@ApplicationScoped
public class AuthDataSource {

  @Resource(lookup = "jdbc/auth")
  private DataSource dataSource;

  public DataSource get() {
    return dataSource;
  }
}

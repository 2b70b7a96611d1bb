package org.corridor.platform.schema;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Migrates a context's database when the application starts; if that fails, the application does
 * not start. Each context has one, a singleton that begins at the start-up. Flyway commits by
 * itself, so the singleton manages transactions itself, and there is none.
 */
@Lock(LockType.READ)
public abstract class ContextSchema {

  private static final Logger LOG = Logger.getLogger(ContextSchema.class.getName());

  private final String context;
  private String version;

  protected ContextSchema(String context) {
    this.context = context;
  }

  /** Connects as the owning role. */
  protected abstract DataSource owner();

  @PostConstruct
  void migrate() {
    version = new Migrations(owner(), context, getClass().getClassLoader()).apply();
    LOG.info("the schema of " + context + " is at version " + version);
  }

  /** The version that the code was started with. */
  public String version() {
    return version;
  }
}

package org.corridor.platform.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings a context's schema to the version of its code.
 *
 * <p>Migrations run as the owner of the database; they grant to the role {@code ${app}}, which the
 * application runs as, what it needs and no more.
 */
public final class Migrations {

  private final DataSource owner;
  private final String context;
  private final ClassLoader resources;

  /**
   * @param owner connects as the owning role, outside of any transaction of the container
   * @param context finds {@code db/<context>} on the class path, and the role {@code <context>_app}
   */
  public Migrations(DataSource owner, String context, ClassLoader resources) {
    this.owner = owner;
    this.context = context;
    this.resources = resources;
  }

  /**
   * Applies what is missing.
   *
   * @return the version that the schema has now
   * @throws IllegalStateException if there was nothing to find: a class path that Flyway cannot
   *     read looks to it like an empty one, and an unmigrated database must not look healthy
   */
  public String apply() {
    var flyway = flyway();
    flyway.migrate();
    var current = flyway.info().current();
    if (current == null || current.getVersion() == null) {
      throw new IllegalStateException("no migration was found for the schema of " + context);
    }
    return current.getVersion().getVersion();
  }

  /** Empty if the schema is what the code expects; otherwise what is missing or wrong. */
  public List<String> pending() {
    var pending = new ArrayList<String>();
    for (var migration : flyway().info().pending()) {
      pending.add(migration.getScript());
    }
    return pending;
  }

  private Flyway flyway() {
    return Flyway.configure(resources)
        .dataSource(owner)
        .locations("classpath:db/platform", "classpath:db/" + context)
        .placeholders(Map.of("app", context + "_app"))
        .validateMigrationNaming(true)
        .cleanDisabled(true)
        .load();
  }
}

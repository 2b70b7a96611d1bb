package org.corridor.web.health;

import java.sql.SQLException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.corridor.web.security.TokenHealth;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Makes a context's health checks, each named after it. The context's WAR produces them, not what
 * lies beside that which is asked: the EJB jars of an EAR are seen by all of its WARs, and each
 * would report every check again.
 */
public final class ContextChecks {

  private static final Logger LOG = Logger.getLogger(ContextChecks.class.getName());
  private static final int QUERY_TIMEOUT_SECONDS = 2;

  private final String context;

  public ContextChecks(String context) {
    this.context = context;
  }

  /**
   * @param version of the schema; gives null before it is migrated
   */
  public HealthCheck schemaIsAt(Supplier<String> version) {
    return () -> {
      var name = context + "-schema";
      var now = version.get();
      return now == null
          ? HealthCheckResponse.down(name)
          : HealthCheckResponse.named(name).withData("version", now).up().build();
    };
  }

  public HealthCheck databaseAnswers(DataSource dataSource) {
    return upWhile("database", () -> answers(dataSource));
  }

  public HealthCheck tokensCanBeVerified() {
    return () -> {
      var answer =
          HealthCheckResponse.named(context + "-keys").status(TokenHealth.tokensCanBeVerified());
      TokenHealth.revocationsAsOf()
          .ifPresent(asOf -> answer.withData("revocations-as-of", asOf.toString()));
      return answer.build();
    };
  }

  public HealthCheck upWhile(String what, BooleanSupplier well) {
    return () ->
        HealthCheckResponse.named(context + '-' + what).status(well.getAsBoolean()).build();
  }

  /**
   * A database that is away is no reason to kill the process: restarting would not bring it back.
   */
  public HealthCheck processLives() {
    return () -> HealthCheckResponse.up(context + "-process");
  }

  private boolean answers(DataSource dataSource) {
    try (var connection = dataSource.getConnection();
        var statement = connection.createStatement()) {
      statement.setQueryTimeout(QUERY_TIMEOUT_SECONDS);
      try (var rows = statement.executeQuery("select count(*) from relay_cursor")) {
        return rows.next();
      }
    } catch (SQLException e) {
      LOG.log(Level.WARNING, "the database of " + context + " does not answer", e);
      return false;
    }
  }
}

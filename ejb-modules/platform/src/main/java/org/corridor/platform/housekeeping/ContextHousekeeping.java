package org.corridor.platform.housekeeping;

import jakarta.ejb.Schedule;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.corridor.platform.events.Inbox;
import org.corridor.platform.idempotency.IdempotencyKeys;

/**
 * Forgets idempotency keys and events taken in that are old enough, every hour. Each context has
 * one, a singleton that begins at the start-up and manages transactions itself; every replica may.
 */
public abstract class ContextHousekeeping {

  private static final Logger LOG = Logger.getLogger(ContextHousekeeping.class.getName());

  /** Connects as the role that the application runs as; each statement commits by itself. */
  protected abstract DataSource dataSource();

  /**
   * A query for the subjects of idempotency keys whose answer is not known yet: their keys are
   * kept, however old.
   */
  protected String subjectsInUse() {
    return "select null::text where false";
  }

  /** What a context forgets beside, by what it is called in the log. */
  protected Map<String, Forgetting> others() {
    return Map.of();
  }

  /** Deletes some rows. */
  protected interface Forgetting {

    /** How many; 0 if there are none left. */
    int some(Connection connection) throws SQLException;
  }

  @Schedule(hour = "*", minute = "17", persistent = false)
  protected void forgetOld() {
    forget(
        "old idempotency keys",
        connection -> new IdempotencyKeys().forgetOld(connection, subjectsInUse()));
    forget("events taken in long ago", Inbox::forgetOld);
    others().forEach(this::forget);
  }

  /** In small transactions: no event is relayed beyond one that runs for long. */
  private void forget(String what, Forgetting forgetting) {
    try (var connection = dataSource().getConnection()) {
      var forgotten = 0;
      var some = 0;
      do {
        some = forgetting.some(connection);
        forgotten += some;
      } while (some > 0);
      LOG.log(Level.FINE, "{0} forgotten: {1}", new Object[] {what, forgotten});
    } catch (SQLException e) {
      LOG.log(Level.WARNING, what + " cannot be forgotten; trying again in an hour", e);
    }
  }
}

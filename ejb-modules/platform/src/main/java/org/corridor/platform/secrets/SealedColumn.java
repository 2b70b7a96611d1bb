package org.corridor.platform.secrets;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * A column of sealed secrets, each its row's: what older keys have sealed is sealed anew, so that
 * those can be taken away.
 *
 * @param id the column with the id of the row
 * @param column may be null in a row
 */
public record SealedColumn(String table, String id, String column) {

  private static final Logger LOG = Logger.getLogger(SealedColumn.class.getName());

  /**
   * A row that cannot be opened is told in the log, and left alone.
   *
   * @param isCurrent of what stands there
   * @param anew of the row's id and what stands there, what shall
   * @return how many were sealed anew
   * @throws SecretsUnavailable if the keys cannot be had now; some may have been done
   */
  public int sealAnew(
      DataSource dataSource, Predicate<String> isCurrent, BinaryOperator<String> anew)
      throws SQLException {
    try (var connection = dataSource.getConnection()) {
      var done = 0;
      for (var row : read(connection).entrySet()) {
        if (!isCurrent.test(row.getValue()) && sealAnew(connection, row, anew)) {
          done++;
        }
      }
      if (done > 0) {
        LOG.log(Level.INFO, "{0} of {1}.{2} sealed anew", new Object[] {done, table, column});
      }
      return done;
    }
  }

  private boolean sealAnew(
      Connection connection, Map.Entry<UUID, String> row, BinaryOperator<String> anew)
      throws SQLException {
    String sealed;
    try {
      sealed = anew.apply(row.getKey().toString(), row.getValue());
    } catch (SecretsUnavailable e) {
      throw e;
    } catch (IllegalStateException e) {
      LOG.log(Level.WARNING, table + "." + column + " does not open for " + row.getKey(), e);
      return false;
    }
    // Only if nobody has changed it since: of several replicas one does it.
    var sql = "update %1$s set %2$s = ? where %3$s = ? and %2$s = ?".formatted(table, column, id);
    try (var update = connection.prepareStatement(sql)) {
      update.setString(1, sealed);
      update.setObject(2, row.getKey());
      update.setString(3, row.getValue());
      return update.executeUpdate() == 1;
    }
  }

  private Map<UUID, String> read(Connection connection) throws SQLException {
    var sql = "select %1$s, %2$s from %3$s where %2$s is not null".formatted(id, column, table);
    var found = new HashMap<UUID, String>();
    try (var select = connection.prepareStatement(sql);
        var rows = select.executeQuery()) {
      while (rows.next()) {
        found.put(rows.getObject(1, UUID.class), rows.getString(2));
      }
    }
    return found;
  }
}

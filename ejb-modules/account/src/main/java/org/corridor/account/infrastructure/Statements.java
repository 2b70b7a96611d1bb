package org.corridor.account.infrastructure;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.corridor.account.infrastructure.ledger.LedgerDatabaseFailure;

/** Statements, each on a connection of the transaction that runs. */
public final class Statements {

  private final DataSource dataSource;

  public Statements(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @FunctionalInterface
  public interface Binding {
    void bind(PreparedStatement statement) throws SQLException;
  }

  @FunctionalInterface
  public interface Work<T> {
    T on(PreparedStatement statement) throws SQLException;
  }

  @FunctionalInterface
  public interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  public <T> T work(String sql, Work<T> work) {
    try (var connection = dataSource.getConnection();
        var statement = connection.prepareStatement(sql)) {
      return work.on(statement);
    } catch (SQLException e) {
      throw new LedgerDatabaseFailure("a statement has failed", e);
    }
  }

  /** Of a query for one truth. */
  public boolean yes(String sql, Binding binding) {
    return work(
        sql,
        select -> {
          binding.bind(select);
          try (var rows = select.executeQuery()) {
            return rows.next() && rows.getBoolean(1);
          }
        });
  }

  public static List<UUID> ids(PreparedStatement select) throws SQLException {
    return rows(select, row -> row.getObject("id", UUID.class));
  }

  public static <T> List<T> rows(PreparedStatement select, RowReader<T> reader)
      throws SQLException {
    var found = new ArrayList<T>();
    try (var rows = select.executeQuery()) {
      while (rows.next()) {
        found.add(reader.read(rows));
      }
    }
    return found;
  }
}

package org.corridor.platform.jdbc;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;

/** Binds the parameters of a statement one after the other. */
public final class Parameters {

  private final PreparedStatement statement;
  private int last;

  Parameters(PreparedStatement statement) {
    this.statement = statement;
  }

  /** An array: one column of a set-based statement, as {@link ArrayColumns} says. */
  public <T> Parameters column(String sqlType, Collection<T> rows, Function<? super T, ?> column)
      throws SQLException {
    ArrayColumns.bind(statement, ++last, sqlType, rows, column);
    return this;
  }

  /** An array of byte strings. */
  public <T> Parameters bytes(Collection<T> rows, Function<? super T, byte[]> column)
      throws SQLException {
    ArrayColumns.bindBytes(statement, ++last, rows, column);
    return this;
  }

  /** An array of ids. */
  public Parameters ids(Collection<UUID> ids) throws SQLException {
    ArrayColumns.bindIds(statement, ++last, ids);
    return this;
  }

  public Parameters value(long number) throws SQLException {
    statement.setLong(++last, number);
    return this;
  }

  public Parameters value(int number) throws SQLException {
    statement.setInt(++last, number);
    return this;
  }

  public Parameters value(byte[] bytes) throws SQLException {
    statement.setBytes(++last, bytes);
    return this;
  }

  public Parameters value(Instant instant) throws SQLException {
    statement.setObject(++last, instant.atOffset(ZoneOffset.UTC));
    return this;
  }
}

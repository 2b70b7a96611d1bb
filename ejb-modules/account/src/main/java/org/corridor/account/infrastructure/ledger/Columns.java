package org.corridor.account.infrastructure.ledger;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Currency;
import java.util.UUID;
import java.util.function.Function;
import org.corridor.kernel.Money;

/** Values on their way to and from the columns of the ledger's tables. */
public final class Columns {

  private Columns() {}

  /** One column of a set-based statement: the nth element belongs to the nth row. */
  public static <T> void bindArray(
      PreparedStatement statement,
      int index,
      String sqlType,
      Collection<T> rows,
      Function<? super T, ?> column)
      throws SQLException {
    var elements = rows.stream().map(column).toArray();
    statement.setArray(index, statement.getConnection().createArrayOf(sqlType, elements));
  }

  public static void bindIds(PreparedStatement statement, int index, Collection<UUID> ids)
      throws SQLException {
    bindArray(statement, index, "uuid", ids, Function.identity());
  }

  /** The driver wants an array of exactly this type. */
  public static <T> void bindBytes(
      PreparedStatement statement,
      int index,
      Collection<T> rows,
      Function<? super T, byte[]> column)
      throws SQLException {
    var elements = rows.stream().map(column).toArray(byte[][]::new);
    statement.setArray(index, statement.getConnection().createArrayOf("bytea", elements));
  }

  public static void bindInstant(PreparedStatement statement, int index, Instant instant)
      throws SQLException {
    statement.setObject(index, instant == null ? null : instant.atOffset(ZoneOffset.UTC));
  }

  /** Null if the column is. */
  public static Instant instant(ResultSet row, String column) throws SQLException {
    var value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }

  public static UUID uuid(ResultSet row, String column) throws SQLException {
    return row.getObject(column, UUID.class);
  }

  /** Null if the column is. */
  public static Long nullableLong(ResultSet row, String column) throws SQLException {
    var value = row.getLong(column);
    return row.wasNull() ? null : value;
  }

  public static Money money(ResultSet row, String column) throws SQLException {
    return new Money(row.getLong(column), currency(row));
  }

  public static Currency currency(ResultSet row) throws SQLException {
    return Currency.getInstance(row.getString("currency"));
  }
}

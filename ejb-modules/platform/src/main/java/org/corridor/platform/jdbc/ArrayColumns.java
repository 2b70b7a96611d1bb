package org.corridor.platform.jdbc;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;

/** The columns of set-based statements: the nth element of each belongs to the nth row. */
public final class ArrayColumns {

  private ArrayColumns() {}

  /** Binds one column. */
  public static <T> void bind(
      PreparedStatement statement,
      int index,
      String sqlType,
      Collection<T> rows,
      Function<? super T, ?> column)
      throws SQLException {
    var elements = array(sqlType, rows.size());
    var nth = 0;
    for (var row : rows) {
      elements[nth++] = column.apply(row);
    }
    statement.setArray(index, statement.getConnection().createArrayOf(sqlType, elements));
  }

  /**
   * Of the types that the driver sends as they are; of others it would write a text to be parsed.
   */
  private static Object[] array(String sqlType, int length) {
    return switch (sqlType) {
      case "text" -> new String[length];
      case "int8" -> new Long[length];
      default -> new Object[length];
    };
  }

  public static void bindIds(PreparedStatement statement, int index, Collection<UUID> ids)
      throws SQLException {
    bind(statement, index, "uuid", ids, Function.identity());
  }

  /** The driver wants an array of exactly this type. */
  public static <T> void bindBytes(
      PreparedStatement statement,
      int index,
      Collection<T> rows,
      Function<? super T, byte[]> column)
      throws SQLException {
    var elements = new byte[rows.size()][];
    var nth = 0;
    for (var row : rows) {
      elements[nth++] = column.apply(row);
    }
    statement.setArray(index, statement.getConnection().createArrayOf("bytea", elements));
  }
}

package org.corridor.platform.jdbc;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;

/** The columns of set-based statements: the nth element of each belongs to the nth row. */
public final class ArrayColumns {

  private ArrayColumns() {}

  /**
   * Binds one column.
   *
   * @param sqlType int8, or any that has a text form. The driver sends numbers and texts as they
   *     are; an array of anything else it would write as one text, to be taken apart letter by
   *     letter: so this sends the texts, and the statement casts ({@code ?::uuid[]})
   */
  public static <T> void bind(
      PreparedStatement statement,
      int index,
      String sqlType,
      Collection<T> rows,
      Function<? super T, ?> column)
      throws SQLException {
    var isNumber = sqlType.equals("int8");
    Object[] elements = isNumber ? new Long[rows.size()] : new String[rows.size()];
    // the rows of a group have the same moment, the same currency: each is made a text of once
    Object last = null;
    String lastText = null;
    var nth = 0;
    for (var row : rows) {
      var value = column.apply(row);
      if (isNumber || value == null) {
        elements[nth++] = value;
        continue;
      }
      if (!value.equals(last)) {
        last = value;
        lastText = value.toString();
      }
      elements[nth++] = lastText;
    }
    statement.setArray(
        index, statement.getConnection().createArrayOf(isNumber ? "int8" : "text", elements));
  }

  /** The statement casts, {@code ?::uuid[]}. */
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

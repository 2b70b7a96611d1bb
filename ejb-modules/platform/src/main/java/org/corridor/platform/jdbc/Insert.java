package org.corridor.platform.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.corridor.platform.jdbc.Pipeline.Binder;

/**
 * How new rows of a table are made from values: which columns are written, and from what. Few rows
 * go as arrays in a statement that a {@link Pipeline} sends along with others; many go by {@code
 * COPY}, which costs two more round trips and much less for each row.
 *
 * @param <T> what a row is made from
 */
public final class Insert<T> {

  /** Sends one array, or one value for all rows. */
  @FunctionalInterface
  private interface Part<T> {
    void bind(Parameters parameters, List<T> rows) throws SQLException;
  }

  /** Adds one field to a row. */
  @FunctionalInterface
  private interface Field<T> {
    void add(CopyRows to, T row);
  }

  private record Column<T>(String name, String source, Part<T> part, Field<T> field) {}

  private final String table;
  private final List<Column<T>> columns;
  private final String sql;

  private Insert(String table, List<Column<T>> columns) {
    this.table = table;
    this.columns = List.copyOf(columns);
    this.sql =
        "insert into "
            + table
            + " ("
            + names()
            + ") select "
            + columns.stream().map(Column::source).collect(Collectors.joining(", "));
  }

  public static <T> Columns<T> into(String table) {
    return new Columns<>(table);
  }

  /** The columns, in any order. Values may be null. */
  public static final class Columns<T> {

    private final String table;
    private final List<Column<T>> columns = new ArrayList<>();

    private Columns(String table) {
      this.table = table;
    }

    public Columns<T> uuid(String name, Function<? super T, UUID> value) {
      return add(name, "uuid", value, (to, row) -> to.uuid(value.apply(row)));
    }

    /** The value's {@code toString}. */
    public Columns<T> text(String name, Function<? super T, ?> value) {
      return add(name, "text", value, (to, row) -> to.text(value.apply(row)));
    }

    public Columns<T> bigint(String name, Function<? super T, Long> value) {
      return add(name, "int8", value, (to, row) -> to.bigint(value.apply(row)));
    }

    public Columns<T> date(String name, Function<? super T, LocalDate> value) {
      return add(name, "date", value, (to, row) -> to.date(value.apply(row)));
    }

    /** Of type timestamptz, whose unit is a microsecond: what is finer is cut off. */
    public Columns<T> timestamp(String name, Function<? super T, Instant> value) {
      return add(name, "timestamptz", value, (to, row) -> to.timestamp(value.apply(row)));
    }

    /** The same moment for all rows. */
    public Columns<T> timestamp(String name, Instant value) {
      columns.add(
          new Column<>(
              name,
              "?",
              (parameters, rows) -> parameters.value(value),
              (to, row) -> to.timestamp(value)));
      return this;
    }

    public Insert<T> build() {
      return new Insert<>(table, columns);
    }

    private Columns<T> add(
        String name, String sqlType, Function<? super T, ?> value, Field<T> field) {
      columns.add(
          new Column<>(
              name,
              "unnest(?::" + sqlType + "[])",
              (parameters, rows) -> parameters.column(sqlType, rows, value),
              field));
      return this;
    }
  }

  /** The statement with arrays; the rows are written in their order. */
  public String sql() {
    return sql;
  }

  /** The arrays of {@link #sql}. */
  public Binder binder(List<T> rows) {
    return parameters -> {
      for (var column : columns) {
        column.part().bind(parameters, rows);
      }
    };
  }

  String copySql() {
    return "copy " + table + " (" + names() + ") from stdin (format binary)";
  }

  CopyRows copyOf(List<T> rows) {
    var copy = new CopyRows();
    for (var row : rows) {
      copy.beginRow(columns.size());
      for (var column : columns) {
        column.field().add(copy, row);
      }
    }
    return copy.end();
  }

  private String names() {
    return columns.stream().map(Column::name).collect(Collectors.joining(", "));
  }
}

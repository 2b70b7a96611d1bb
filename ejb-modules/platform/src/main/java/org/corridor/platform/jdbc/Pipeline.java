package org.corridor.platform.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * Statements that none needs the answer of another: they are sent together and answered together,
 * in one round trip instead of one each (PostgreSQL, "Pipelining" of the extended query protocol;
 * the driver does it with statements that are separated by semicolons). They are carried out one
 * after the other; when one fails, those after it are not. Of new rows, many go by {@code COPY}
 * when all else is done, since none of that can ask for them.
 */
public final class Pipeline {

  private static final Logger LOG = Logger.getLogger(Pipeline.class.getName());

  /** Binds what a statement asks for, in its order. */
  @FunctionalInterface
  public interface Binder {
    void bind(Parameters parameters) throws SQLException;
  }

  /** Takes one row. */
  @FunctionalInterface
  public interface RowReader {
    void read(ResultSet row) throws SQLException;
  }

  @FunctionalInterface
  private interface Answer {
    void take(PreparedStatement statement) throws SQLException;
  }

  private record Part(String sql, Binder binder, Answer answer) {}

  private record Rows<T>(Insert<T> insert, List<T> rows) {

    Part arrays() {
      return new Part(
          insert.sql(), insert.binder(rows), statement -> requireRows(rows.size(), statement));
    }

    void copy(Connection connection) throws SQLException {
      requireRows(rows.size(), DriverCopy.copy(connection, insert.copySql(), insert.copyOf(rows)));
    }
  }

  /**
   * From so many rows on they go by {@code COPY}: of less than a hundred its two round trips take
   * more than it saves, from two hundred on it saves a tenth even where nothing else is going on.
   */
  static final int MANY = 200;

  /** False where a server does not let the application see the driver; all rows are arrays then. */
  private static final boolean CAN_COPY = seesDriver();

  private final List<Part> parts = new ArrayList<>();
  private final List<Rows<?>> copies = new ArrayList<>();

  /** A statement that gives rows. */
  public Pipeline read(String sql, Binder binder, RowReader reader) {
    parts.add(new Part(sql, binder, statement -> readRows(statement, reader)));
    return this;
  }

  /** A statement that changes rows, however many. */
  public Pipeline write(String sql, Binder binder) {
    parts.add(new Part(sql, binder, PreparedStatement::getUpdateCount));
    return this;
  }

  /**
   * A statement that must change just so many rows, or the pipeline fails: one that missed a row
   * would commit half of what belongs together.
   */
  public Pipeline write(String sql, int rows, Binder binder) {
    parts.add(new Part(sql, binder, statement -> requireRows(rows, statement)));
    return this;
  }

  /**
   * New rows: all of them, or the pipeline fails. No statement of this pipeline may look at them.
   */
  public <T> Pipeline insert(Insert<T> insert, List<T> rows) {
    var added = new Rows<>(insert, rows);
    if (CAN_COPY && rows.size() >= MANY) {
      copies.add(added);
    } else if (!rows.isEmpty()) {
      parts.add(added.arrays());
    }
    return this;
  }

  /** Carries out all that were added; the rows that are read are handed out in their order. */
  public void run(Connection connection) throws SQLException {
    if (parts.isEmpty()) {
      // the application server begins its transaction with a statement that it knows of
      copies.forEach(rows -> parts.add(rows.arrays()));
      copies.clear();
    }
    if (!parts.isEmpty()) {
      runStatements(connection);
    }
    for (var rows : copies) {
      rows.copy(connection);
    }
  }

  private void runStatements(Connection connection) throws SQLException {
    var sql = parts.stream().map(Part::sql).collect(Collectors.joining(";"));
    try (var statement = connection.prepareStatement(sql)) {
      var parameters = new Parameters(statement);
      for (var part : parts) {
        part.binder().bind(parameters);
      }
      statement.execute();
      for (var nth = 0; nth < parts.size(); nth++) {
        if (nth > 0) {
          statement.getMoreResults();
        }
        parts.get(nth).answer().take(statement);
      }
    }
  }

  private static boolean seesDriver() {
    try {
      Class.forName("org.postgresql.PGConnection", false, Pipeline.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      LOG.info("the driver's classes are not shared with the application: many rows cost more");
      return false;
    }
  }

  private static void readRows(PreparedStatement statement, RowReader reader) throws SQLException {
    try (var rows = statement.getResultSet()) {
      while (rows.next()) {
        reader.read(rows);
      }
    }
  }

  private static void requireRows(int expected, PreparedStatement statement) throws SQLException {
    requireRows(expected, statement.getUpdateCount());
  }

  private static void requireRows(int expected, long written) throws SQLException {
    if (written != expected) {
      throw new SQLException("wrote " + written + " rows of " + expected);
    }
  }
}

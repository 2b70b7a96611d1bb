package org.corridor.platform.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.corridor.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InsertTest {

  private static final Instant AT = Instant.parse("2026-02-28T23:59:59.123456Z");
  private static final List<Thing> KINDS =
      List.of(
          new Thing(
              new UUID(-1, 1),
              "a \"quoted\", {braced} \\ näme €",
              Long.MIN_VALUE,
              LocalDate.parse("1969-12-31")),
          new Thing(new UUID(1, -1), "", 0L, LocalDate.parse("2000-01-01")),
          new Thing(null, null, null, null),
          new Thing(new UUID(0, 0), "NULL", Long.MAX_VALUE, LocalDate.parse("9999-12-31")));
  private static final Insert<Thing> INSERT =
      Insert.<Thing>into("thing")
          .timestamp("at", AT)
          .uuid("ref", Thing::ref)
          .text("name", Thing::name)
          .bigint("size", Thing::size)
          .date("day", Thing::day)
          .timestamp("noon", Thing::noon)
          .build();

  private record Thing(UUID ref, String name, Long size, LocalDate day) {

    Instant noon() {
      return day == null ? null : Instant.parse(day + "T12:00:00.000001Z");
    }
  }

  private TestDatabase database;

  @BeforeEach
  void aTable() throws SQLException {
    database = TestDatabase.create("test");
    try (var connection = database.owner().getConnection();
        var create = connection.createStatement()) {
      create.execute(
          "create table thing (position int generated always as identity, at timestamptz,"
              + " ref uuid, name text check (name <> 'refused'), size bigint, day date,"
              + " noon timestamptz)");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, Pipeline.MANY - 1, Pipeline.MANY, 40 * Pipeline.MANY})
  void rowsAreWhatTheyWereMadeFromAndInTheirOrderHoweverMany(int many) throws SQLException {
    var things = things(many);
    try (var connection = transaction()) {
      insert(connection, things);
      connection.commit();

      assertThat(read(connection)).isEqualTo(things);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, Pipeline.MANY})
  void rowsAreWrittenWithoutAnotherStatementAndOnlyOnce(int many) throws SQLException {
    try (var connection = transaction()) {
      new Pipeline().insert(INSERT, things(many)).run(connection);
      connection.commit();

      assertThat(read(connection)).hasSize(many);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, Pipeline.MANY})
  void rowsGoWithTheirTransaction(int many) throws SQLException {
    try (var connection = transaction()) {
      insert(connection, things(many));
      assertThat(read(connection)).hasSize(many);
      connection.rollback();

      assertThat(read(connection)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, Pipeline.MANY})
  void aRowThatIsRefusedFailsAllOfThemAndTheConnectionIsGoodForMore(int many) throws SQLException {
    var things = new ArrayList<>(things(many));
    things.set(many - 1, new Thing(null, "refused", 1L, LocalDate.parse("2026-01-01")));
    try (var connection = transaction()) {
      assertThatThrownBy(() -> insert(connection, things))
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("23514"));
      connection.rollback();
      assertThat(read(connection)).isEmpty();

      insert(connection, things(many));
      connection.commit();
      assertThat(read(connection)).hasSize(many);
    }
  }

  @Test
  void noRowsAreNoStatement() throws SQLException {
    new Pipeline().insert(INSERT, List.of()).run(null);
  }

  private static List<Thing> things(int many) {
    return IntStream.range(0, many).mapToObj(nth -> KINDS.get(nth % KINDS.size())).toList();
  }

  private static void insert(Connection connection, List<Thing> things) throws SQLException {
    new Pipeline().read("select 1", none -> {}, row -> {}).insert(INSERT, things).run(connection);
  }

  private static List<Thing> read(Connection connection) throws SQLException {
    var things = new ArrayList<Thing>();
    try (var select =
            connection.prepareStatement(
                "select at, ref, name, size, day, noon from thing order by position");
        var rows = select.executeQuery()) {
      while (rows.next()) {
        var thing =
            new Thing(
                rows.getObject("ref", UUID.class),
                rows.getString("name"),
                rows.getObject("size", Long.class),
                rows.getObject("day", LocalDate.class));
        assertThat(rows.getObject("at", OffsetDateTime.class).toInstant()).isEqualTo(AT);
        var noon = rows.getObject("noon", OffsetDateTime.class);
        assertThat(noon == null ? null : noon.toInstant()).isEqualTo(thing.noon());
        things.add(thing);
      }
    }
    return things;
  }

  private Connection transaction() throws SQLException {
    var connection = database.owner().getConnection();
    connection.setAutoCommit(false);
    return connection;
  }
}

package org.corridor.platform.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.corridor.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PipelineTest {

  private static final String INSERT =
      "insert into thing (id, name, size) select * from"
          + " unnest(?::uuid[], ?::text[], ?::bigint[])";
  private static final List<UUID> IDS = List.of(UUID.randomUUID(), UUID.randomUUID());

  private TestDatabase database;

  @BeforeEach
  void aTable() throws SQLException {
    database = TestDatabase.create("test");
    try (var connection = database.owner().getConnection();
        var create = connection.createStatement()) {
      create.execute("create table thing (id uuid primary key, name text, size bigint)");
    }
  }

  @Test
  void eachStatementSeesWhatThoseBeforeItHaveDone() throws SQLException {
    var before = new ArrayList<Long>();
    var after = new ArrayList<String>();
    try (var connection = transaction()) {
      new Pipeline()
          .read("select count(*) from thing", none -> {}, row -> before.add(row.getLong(1)))
          .write(INSERT, 2, PipelineTest::things)
          .write("update thing set size = size + ?", some -> some.value(1L))
          .read(
              "select name, size from thing where id = any(?::uuid[]) order by size",
              some -> some.ids(IDS),
              row -> after.add(row.getString(1) + " " + row.getLong(2)))
          .run(connection);
    }

    assertThat(before).containsExactly(0L);
    assertThat(after).containsExactly("null 2", "a \"quoted\", {braced} \\ name 43");
  }

  @Test
  void bindsWhatItIsGivenInItsOrder() throws SQLException {
    var at = Instant.parse("2026-02-28T23:59:59.123456Z");
    var read = new ArrayList<Object>();
    try (var connection = transaction()) {
      new Pipeline()
          .read(
              "select ?::int, ?::bytea, ?::timestamptz, (?::bytea[])[2]",
              some ->
                  some.value(7)
                      .value(new byte[] {1, -1})
                      .value(at)
                      .bytes(List.of("x", "yz"), text -> text.getBytes(StandardCharsets.UTF_8)),
              row -> {
                read.add(row.getInt(1));
                read.add(Arrays.toString(row.getBytes(2)));
                read.add(row.getObject(3, OffsetDateTime.class).toInstant());
                read.add(new String(row.getBytes(4), StandardCharsets.UTF_8));
              })
          .run(connection);
    }

    assertThat(read).containsExactly(7, "[1, -1]", at, "yz");
  }

  @Test
  void aStatementThatChangesAnotherNumberOfRowsFailsThePipeline() throws SQLException {
    try (var connection = transaction()) {
      var pipeline =
          new Pipeline()
              .write(INSERT, 2, PipelineTest::things)
              .write("update thing set size = 0 where size > 1", 2, none -> {});

      assertThatThrownBy(() -> pipeline.run(connection)).hasMessage("wrote 1 rows of 2");
    }
  }

  @Test
  void nothingAfterAFailureIsCarriedOut() throws SQLException {
    try (var connection = transaction()) {
      var pipeline =
          new Pipeline()
              .write(INSERT, 2, PipelineTest::things)
              .write(INSERT, 2, PipelineTest::things)
              .write("delete from thing", none -> {});

      assertThatThrownBy(() -> pipeline.run(connection)).hasMessageContaining("thing_pkey");
      connection.rollback();
    }
  }

  @Test
  void noStatementsAreNoRoundTrip() throws SQLException {
    new Pipeline().run(null);
  }

  private static void things(Parameters parameters) throws SQLException {
    parameters
        .column("uuid", IDS, id -> id)
        .column("text", IDS, id -> id.equals(IDS.get(0)) ? "a \"quoted\", {braced} \\ name" : null)
        .column("int8", IDS, id -> id.equals(IDS.get(0)) ? 42L : 1L);
  }

  private Connection transaction() throws SQLException {
    var connection = database.owner().getConnection();
    connection.setAutoCommit(false);
    return connection;
  }
}

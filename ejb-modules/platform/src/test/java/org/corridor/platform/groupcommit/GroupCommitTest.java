package org.corridor.platform.groupcommit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import org.corridor.platform.groupcommit.GroupWork.Applied;
import org.corridor.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Something goes wrong in the middle of a group that the work cannot know of. */
class GroupCommitTest {

  private final GroupCommit<String, Integer> group =
      new GroupCommit<>(new GroupCommit.Settings(10, 1, 10, Duration.ofSeconds(10)), command -> 1);

  private final List<String> committed = new CopyOnWriteArrayList<>();
  private TestDatabase database;

  @BeforeEach
  void aTable() throws SQLException {
    database = TestDatabase.create("test");
    execute("create table thing (name text)");
    group.start(Thread::new, "poster", database.owner(), this::apply, GroupObserver.none());
  }

  @AfterEach
  void stop() {
    group.stop();
  }

  private Applied<Integer> apply(Connection connection, List<String> commands) throws SQLException {
    try (var insert = connection.prepareStatement("insert into thing values (?)")) {
      for (var command : commands) {
        insert.setString(1, command);
        insert.executeUpdate();
        if (command.startsWith("error")) {
          throw new InternalError("out of space for code");
        }
      }
    }
    return new Applied<>(
        commands.stream().map(String::length).toList(), () -> committed.addAll(commands));
  }

  @Test
  void anErrorOfTheVirtualMachineLeavesNothingBehindAndThePosterGoesOn() throws SQLException {
    var failed = group.submit("error");

    assertThatThrownBy(failed::join)
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(OutcomeUnknown.class);
    assertThat(group.isAlive()).isTrue();
    assertThat(group.submit("good").join()).isEqualTo(4);
    assertThat(names()).isEqualTo("good");
    assertThat(committed).containsExactly("good");
  }

  private String names() throws SQLException {
    try (var connection = database.owner().getConnection();
        var select = connection.createStatement();
        var rows = select.executeQuery("select string_agg(name, ',') from thing")) {
      rows.next();
      return rows.getString(1);
    }
  }

  private void execute(String sql) throws SQLException {
    try (var connection = database.owner().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}

package org.corridor.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.corridor.kernel.DomainEvent;
import org.corridor.kernel.EventEnvelope;
import org.corridor.platform.id.Ids;
import org.corridor.platform.schema.Migrations;
import org.corridor.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventRelayTest {

  private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

  record SomethingHappened(String what) implements DomainEvent {
    @Override
    public String type() {
      return "test.something-happened.v1";
    }
  }

  private final EventStore store = new EventStore("/test");
  private final List<EventEnvelope> published = new ArrayList<>();
  private TestDatabase database;
  private EventRelay relay;

  @BeforeEach
  void anEmptyStore() {
    database = TestDatabase.create("test");
    new Migrations(database.owner(), "test", getClass().getClassLoader()).apply();
    relay = new EventRelay("events", database.app(), store, published::addAll, 2);
  }

  @Test
  void carriesEveryEventOnceInTheOrderOfItsStream() throws SQLException {
    try (var connection = transaction()) {
      append(connection, "a", 0, "1", "2", "3");
      connection.commit();
    }

    assertThat(relayAll()).isEqualTo(3);
    assertThat(relayAll()).isZero();
    assertThat(published).extracting(EventEnvelope::sequence).containsExactly(1L, 2L, 3L);
  }

  @Test
  void goesThroughABacklogInWindowsWhateverTheSizeOfATransaction() throws SQLException {
    var expected = new ArrayList<String>();
    for (var nth = 0; nth < 12; nth++) {
      try (var connection = transaction()) {
        for (var stream = 0; stream < (nth == 5 ? 25 : 1 + nth % 3); stream++) {
          append(connection, nth + "/" + stream, 0, "1", "2");
          expected.add(nth + "/" + stream + " 1");
          expected.add(nth + "/" + stream + " 2");
        }
        connection.commit();
      }
    }

    assertThat(relayAll()).isEqualTo(expected.size());
    assertThat(published)
        .extracting(event -> event.subject() + " " + event.sequence())
        .containsExactlyElementsOf(expected);
  }

  @Test
  void twoReplicasInTurnsCarryAWindowOnceAndInItsOrder() throws SQLException {
    try (var connection = transaction()) {
      append(connection, "a", 0, "1", "2", "3", "4", "5", "6", "7");
      connection.commit();
    }
    var other = new EventRelay("events", database.app(), store, published::addAll, 2);

    assertThat(relay.relayOnce()).isEqualTo(2);
    assertThat(other.relayOnce()).isEqualTo(2);
    assertThat(relay.relayOnce()).isEqualTo(2);
    assertThat(other.relayOnce()).isEqualTo(1);

    assertThat(relay.relayOnce()).isZero();
    assertThat(published)
        .extracting(EventEnvelope::sequence)
        .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
  }

  @Test
  void doesNotSkipATransactionThatCommitsLate() throws SQLException {
    try (var late = transaction();
        var early = transaction()) {
      append(late, "late", 0, "took its position first");
      append(early, "early", 0, "commits first");
      early.commit();
      relayAll();

      late.commit();
      relayAll();
    }

    assertThat(published).extracting(EventEnvelope::subject).containsOnly("early", "late");
    assertThat(published).hasSize(2);
  }

  @Test
  void keepsTheOrderOfAStreamWhoseSecondWriterBeganFirst() throws SQLException {
    try (var beganFirst = transaction();
        var beganSecond = transaction()) {
      append(beganFirst, "other", 0, "so it has the older transaction id");
      append(beganSecond, "shared", 0, "1");
      beganSecond.commit();
      relayAll();
      append(beganFirst, "shared", 1, "2");
      beganFirst.commit();
      relayAll();
    }

    assertThat(published)
        .filteredOn(event -> event.subject().equals("shared"))
        .extracting(EventEnvelope::sequence)
        .containsExactly(1L, 2L);
  }

  @Test
  void sendsABatchAgainWhenThePublisherFailed() throws SQLException {
    try (var connection = transaction()) {
      append(connection, "a", 0, "1");
      connection.commit();
    }
    var failing =
        new EventRelay(
            "jms",
            database.app(),
            store,
            events -> {
              throw new IllegalStateException("the broker is away");
            },
            2);

    assertThatThrownBy(failing::relayOnce).hasMessage("the broker is away");

    assertThat(relayAll()).isEqualTo(1);
  }

  @Test
  void refusesToAppendToAStreamThatMovedOn() throws SQLException {
    try (var connection = transaction()) {
      append(connection, "a", 0, "1");
      connection.commit();
      assertThatThrownBy(() -> append(connection, "a", 0, "again"))
          .isInstanceOf(StreamMovedOn.class);
      connection.rollback();
    }
  }

  @Test
  void theInboxTakesAnEventOnce() throws SQLException {
    var inbox = new Inbox("test");
    var event = org.corridor.platform.id.Ids.next();
    try (var connection = transaction()) {
      assertThat(inbox.take(connection, List.of(event))).containsExactly(event);
      var other = Ids.next();
      assertThat(inbox.take(connection, List.of(event, other))).containsExactly(other);
      connection.commit();
    }
  }

  private int relayAll() throws SQLException {
    var total = 0;
    for (var sent = relay.relayOnce(); sent > 0; sent = relay.relayOnce()) {
      total += sent;
    }
    return total;
  }

  private Connection transaction() throws SQLException {
    var connection = database.app().getConnection();
    connection.setAutoCommit(false);
    return connection;
  }

  private void append(Connection connection, String stream, long expected, String... what) {
    var events = List.of(what).stream().map(SomethingHappened::new).toList();
    store.append(connection, stream, expected, events, NOON, Trail.of("test"));
  }
}

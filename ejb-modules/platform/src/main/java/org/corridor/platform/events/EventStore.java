package org.corridor.platform.events;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.corridor.kernel.DomainEvent;
import org.corridor.kernel.EventEnvelope;
import org.corridor.platform.id.Ids;
import org.corridor.platform.jdbc.Insert;
import org.corridor.platform.jdbc.Pipeline;
import org.corridor.platform.json.Json;

/**
 * Append-only streams of events, in the context's own database. Appending joins the caller's
 * transaction: state and event are written together or not at all, so the store is the outbox too.
 */
public final class EventStore {

  private static final String UNIQUE_VIOLATION = "23505";

  // in their order: a stream's later event gets the later position
  private static final Insert<NewEvent> INSERT =
      Insert.<NewEvent>into("event")
          .uuid("id", event -> Ids.next())
          .text("stream", NewEvent::stream)
          .bigint("version", NewEvent::version)
          .text("type", event -> event.event().type())
          .timestamp("occurred_at", NewEvent::at)
          .text("correlation_id", event -> event.trail().correlationId())
          .text("causation_id", event -> event.trail().causationId())
          .text("data", event -> Json.write(event.event()))
          .build();

  private final String source;
  private final Upcasters upcasters;

  /**
   * @param source the publishing context, such as {@code /account}
   */
  public EventStore(String source) {
    this(source, Upcasters.none());
  }

  /**
   * @param upcasters of the types of which there are older versions in the store
   */
  public EventStore(String source, Upcasters upcasters) {
    this.source = source;
    this.upcasters = upcasters;
  }

  /** The publishing context, such as {@code /account}. */
  String source() {
    return source;
  }

  /**
   * Appends events to a stream.
   *
   * @param expectedVersion the version of the stream's last event; 0 for a new stream
   * @return the stream's new version
   * @throws StreamMovedOn if another transaction has appended meanwhile
   */
  public long append(
      Connection connection,
      String stream,
      long expectedVersion,
      List<? extends DomainEvent> events,
      Instant at,
      Trail trail) {
    var appended = new ArrayList<NewEvent>(events.size());
    var version = expectedVersion;
    for (var event : events) {
      version++;
      appended.add(new NewEvent(stream, version, event, at, trail));
    }
    var pipeline = new Pipeline();
    appendAll(pipeline, appended);
    try {
      pipeline.run(connection);
      return version;
    } catch (SQLException e) {
      if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
        throw new StreamMovedOn(stream, expectedVersion, e);
      }
      throw new EventStoreFailure("cannot append to " + stream, e);
    }
  }

  /**
   * An event on its way into its stream.
   *
   * @param version its place in the stream, from 1
   */
  public record NewEvent(String stream, long version, DomainEvent event, Instant at, Trail trail) {}

  /** Appends events to any number of streams, in their order. */
  public void appendAll(Pipeline pipeline, List<NewEvent> events) {
    pipeline.insert(INSERT, events);
  }

  /** All events of a stream, oldest first, each under the newest version of its type. */
  public List<EventEnvelope> read(Connection connection, String stream) {
    try (var select =
        connection.prepareStatement(
            "select " + COLUMNS + " from event where stream = ? order by version")) {
      select.setString(1, stream);
      return envelopes(select).stream().map(upcasters::upcast).toList();
    } catch (SQLException e) {
      throw new EventStoreFailure("cannot read " + stream, e);
    }
  }

  static final String COLUMNS =
      "position, id, stream, version, type, occurred_at, correlation_id, causation_id, data";

  List<EventEnvelope> envelopes(PreparedStatement select) throws SQLException {
    var events = new ArrayList<EventEnvelope>();
    try (var rows = select.executeQuery()) {
      while (rows.next()) {
        events.add(envelope(rows));
      }
    }
    return events;
  }

  EventEnvelope envelope(ResultSet row) throws SQLException {
    return new EventEnvelope(
        row.getObject("id", UUID.class),
        row.getString("type"),
        source,
        row.getString("stream"),
        row.getLong("version"),
        row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
        row.getString("correlation_id"),
        row.getString("causation_id"),
        row.getString("data"));
  }
}

package org.corridor.transaction.infrastructure;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.corridor.platform.json.Json;
import org.corridor.transaction.domain.Making;
import org.corridor.transaction.domain.TransferBatch;
import org.corridor.transaction.domain.TransferBatch.Fault;
import org.corridor.transaction.domain.TransferBatch.Item;
import org.corridor.transaction.domain.TransferBatch.Mode;
import org.corridor.transaction.domain.TransferBatch.State;
import org.corridor.transaction.domain.TransferBatch.Status;

/** How a batch of transfers is stored: its items as they were ordered, and what became of each. */
public final class StoredBatch {

  static final String SUBJECT_PREFIX = "transfer-batch/";
  private static final String FIND =
      "select id, mode, status, made_by, made_at, correlation_id, closed_at, items, results"
          + " from transfer_batch where id = ?";

  /**
   * What became of one item.
   *
   * @param fault null unless it was refused or declined
   */
  private record Result(State state, Fault fault) {}

  private StoredBatch() {}

  /** The subject of the idempotency key that begins it. */
  public static String subject(UUID id) {
    return SUBJECT_PREFIX + id;
  }

  public static UUID idOf(String subject) {
    if (!subject.startsWith(SUBJECT_PREFIX)) {
      throw new IllegalStateException("not a batch: " + subject);
    }
    return UUID.fromString(subject.substring(SUBJECT_PREFIX.length()));
  }

  /** The items of a batch that is ordered. */
  public static String items(TransferBatch ordered) {
    return Json.write(ordered.items());
  }

  /** What became of the items of one that is closed. */
  public static String results(TransferBatch closed) {
    return Json.write(
        closed.items().stream().map(item -> new Result(item.state(), item.fault())).toList());
  }

  public static Optional<TransferBatch> find(Connection connection, UUID id) throws SQLException {
    try (var select = connection.prepareStatement(FIND)) {
      select.setObject(1, id);
      try (var rows = select.executeQuery()) {
        return rows.next() ? Optional.of(batch(rows)) : Optional.empty();
      }
    }
  }

  private static TransferBatch batch(ResultSet row) throws SQLException {
    var closedAt = row.getObject("closed_at", OffsetDateTime.class);
    return new TransferBatch(
        row.getObject("id", UUID.class),
        Mode.valueOf(row.getString("mode")),
        new Making(
            row.getString("made_by"), instant(row, "made_at"), row.getString("correlation_id")),
        Status.valueOf(row.getString("status")),
        closedAt == null ? null : closedAt.toInstant(),
        items(row.getString("items"), row.getString("results")));
  }

  private static List<Item> items(String items, String results) {
    var ordered = List.of(Json.read(items, Item[].class));
    if (results == null) {
      return ordered;
    }
    var became = Json.read(results, Result[].class);
    var closed = new ArrayList<Item>(ordered.size());
    for (var nth = 0; nth < became.length; nth++) {
      var item = ordered.get(nth);
      closed.add(
          new Item(
              item.transactionId(),
              item.movement(),
              item.approval(),
              became[nth].state(),
              became[nth].fault()));
    }
    return closed;
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}

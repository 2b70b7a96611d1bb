package org.corridor.account.infrastructure.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import javax.sql.DataSource;
import org.corridor.platform.events.CommitOrder;
import org.corridor.platform.jdbc.ArrayColumns;

/**
 * Appends to the chain what has been committed: behind the posters, so that none of them waits for
 * another's hash, and by one replica at a time.
 */
final class Sealing {

  static final String CURSOR = "ledger-seal";

  // in no order: asked for the first of them by number, the database looks through all batches that
  // there ever were
  static final String BATCHES =
      "select "
          + ChainedBatch.COLUMNS
          + " from ledger_batch batch where xid >= ?::xid8 and xid < ?::xid8 and id > ?";
  private static final String LAST =
      "select number, encode(hash, 'hex') as hash from ledger_seal order by number desc limit 1";
  private static final String INSERT =
      "insert into ledger_seal (number, batch, previous, hash)"
          + " select * from unnest(?::bigint[], ?::bigint[], ?::bytea[], ?::bytea[])";
  private static final String UNSEALED =
      "select count(*) from ledger_batch batch, relay_cursor cursor where cursor.relay = '"
          + CURSOR
          + "' and batch.xid >= cursor.low"
          + " and (batch.xid >= cursor.high or batch.id > cursor.position)";

  private final DataSource dataSource;
  private final CommitOrder order;

  /**
   * @param dataSource used outside of JTA
   * @param size how many batches are sealed in one transaction, about: never in two what one
   *     transaction has committed
   */
  Sealing(DataSource dataSource, int size) {
    this.dataSource = dataSource;
    this.order = new CommitOrder(CURSOR, "ledger_batch", size);
  }

  private record Seal(long number, long batch, String previous, String hash) {}

  /**
   * @return how many batches were sealed; 0 also if another replica is at it
   */
  int sealOnce() throws SQLException {
    try (var connection = dataSource.getConnection()) {
      if (!order.isBehind(connection)) {
        return 0;
      }
      connection.setAutoCommit(false);
      try {
        var window = order.lock(connection);
        var sealed = window.isPresent() ? seal(connection, window.get()) : 0;
        connection.commit();
        return sealed;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    }
  }

  /** Committed, but not sealed yet. */
  long unsealed() throws SQLException {
    try (var connection = dataSource.getConnection();
        var select = connection.prepareStatement(UNSEALED);
        var rows = select.executeQuery()) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private int seal(Connection connection, CommitOrder.Window window) throws SQLException {
    var batches = read(connection, window);
    if (!batches.isEmpty()) {
      append(connection, batches);
    }
    order.finish(connection, window);
    return batches.size();
  }

  private List<ChainedBatch> read(Connection connection, CommitOrder.Window window)
      throws SQLException {
    try (var select = connection.prepareStatement(BATCHES)) {
      select.setString(1, window.low());
      select.setString(2, window.high());
      select.setLong(3, window.position());
      var batches = new ArrayList<ChainedBatch>();
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          batches.add(ChainedBatch.of(rows));
        }
      }
      batches.sort(Comparator.comparingLong(ChainedBatch::id));
      return batches;
    }
  }

  private static void append(Connection connection, List<ChainedBatch> batches)
      throws SQLException {
    var number = 0L;
    String hash;
    try (var select = connection.prepareStatement(LAST);
        var rows = select.executeQuery()) {
      if (rows.next()) {
        number = rows.getLong("number");
        hash = rows.getString("hash");
      } else {
        hash = ChainLink.beginning(journalsBefore(connection));
      }
    }
    var seals = new ArrayList<Seal>(batches.size());
    for (var batch : batches) {
      number++;
      var next = ChainLink.next(number, hash, batch);
      seals.add(new Seal(number, batch.id(), hash, next));
      hash = next;
    }
    insert(connection, seals);
  }

  static long journalsBefore(Connection connection) throws SQLException {
    try (var select =
            connection.prepareStatement("select journals_before from ledger_chain_start");
        var rows = select.executeQuery()) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static void insert(Connection connection, List<Seal> seals) throws SQLException {
    try (var insert = connection.prepareStatement(INSERT)) {
      ArrayColumns.bind(insert, 1, "int8", seals, Seal::number);
      ArrayColumns.bind(insert, 2, "int8", seals, Seal::batch);
      ArrayColumns.bindBytes(insert, 3, seals, seal -> HexFormat.of().parseHex(seal.previous()));
      ArrayColumns.bindBytes(insert, 4, seals, seal -> HexFormat.of().parseHex(seal.hash()));
      insert.executeUpdate();
    }
  }
}

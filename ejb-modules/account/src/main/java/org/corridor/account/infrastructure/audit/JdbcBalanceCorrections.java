package org.corridor.account.infrastructure.audit;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.corridor.account.application.BalanceCorrections;
import org.corridor.account.application.LedgerCheck;
import org.corridor.account.domain.ledger.BalanceCorrected;
import org.corridor.account.domain.ledger.LedgerAccount;
import org.corridor.account.infrastructure.AccountEvents;
import org.corridor.account.infrastructure.ledger.BalanceRows;
import org.corridor.account.infrastructure.ledger.Columns;
import org.corridor.account.infrastructure.ledger.LedgerDatabaseFailure;
import org.corridor.kernel.Money;
import org.corridor.platform.events.Trail;

/** Corrects a balance row while it is locked, so no posting comes between adding up and writing. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class JdbcBalanceCorrections implements BalanceCorrections {

  private static final Logger LOG = Logger.getLogger(JdbcBalanceCorrections.class.getName());

  private static final String ADD_UP =
      """
      select count(*) as count, coalesce(sum(amount), 0) as booked,
             max(booked_at) as last_booked_at,
             coalesce(bool_and(seq = nth and currency = ?
               and balance_after = before::numeric + amount), true) as consistent,
             (select coalesce(sum(amount - captured), 0) from hold
               where account_id = ? and status = 'ACTIVE') as held
        from (select seq, amount, currency, balance_after, booked_at,
                     row_number() over account as nth,
                     lag(balance_after, 1, 0::bigint) over account as before
                from entry where account_id = ? window account as (order by seq)) steps
      """;
  private static final String UPDATE =
      "update account_balance set booked = ?, held = ?, last_seq = ?, last_booked_at = ?"
          + " where account_id = ?";

  @Resource(lookup = "jdbc/account")
  private DataSource dataSource;

  private final BalanceRows balances = new BalanceRows();

  /** What the balance row must be. */
  private record Right(
      boolean consistent, long booked, long held, long lastSeq, Instant lastBookedAt) {

    boolean agreesWith(LedgerAccount row) {
      return booked == row.booked()
          && held == row.held()
          && lastSeq == row.lastSeq()
          && (lastBookedAt == null
              ? row.lastBookedAt() == null
              : lastBookedAt.equals(row.lastBookedAt()));
    }
  }

  @Override
  public boolean correct(UUID accountId, LedgerCheck check) {
    try (var connection = dataSource.getConnection()) {
      return correct(connection, accountId, check);
    } catch (SQLException e) {
      throw new LedgerDatabaseFailure("cannot correct the balance of " + accountId, e);
    }
  }

  /**
   * @param connection in a transaction
   */
  boolean correct(Connection connection, UUID accountId, LedgerCheck check) throws SQLException {
    var locked = balances.lock(connection, accountId);
    if (locked.isEmpty()) {
      return false;
    }
    var row = locked.get();
    var right = addUp(connection, row);
    if (!right.consistent()) {
      LOG.log(Level.SEVERE, "the entries of {0} contradict each other: not corrected", accountId);
      return false;
    }
    if (right.agreesWith(row)) {
      return false;
    }
    update(connection, accountId, right);
    append(connection, row, right, check);
    return true;
  }

  private static Right addUp(Connection connection, LedgerAccount row) throws SQLException {
    try (var select = connection.prepareStatement(ADD_UP)) {
      select.setString(1, row.currency().getCurrencyCode());
      select.setObject(2, row.id());
      select.setObject(3, row.id());
      try (var rows = select.executeQuery()) {
        rows.next();
        var consistent = rows.getBoolean("consistent");
        return new Right(
            consistent,
            consistent ? rows.getBigDecimal("booked").longValueExact() : 0,
            rows.getBigDecimal("held").longValueExact(),
            rows.getLong("count"),
            Columns.instant(rows, "last_booked_at"));
      }
    }
  }

  private static void update(Connection connection, UUID accountId, Right right)
      throws SQLException {
    try (var update = connection.prepareStatement(UPDATE)) {
      update.setLong(1, right.booked());
      update.setLong(2, right.held());
      update.setLong(3, right.lastSeq());
      Columns.bindInstant(update, 4, right.lastBookedAt());
      update.setObject(5, accountId);
      update.executeUpdate();
    }
  }

  private static void append(
      Connection connection, LedgerAccount row, Right right, LedgerCheck check) {
    var store = AccountEvents.store();
    var stream = "balance/" + row.id();
    var event =
        new BalanceCorrected(
            row.id(),
            check.id(),
            row.bookedMoney(),
            new Money(right.booked(), row.currency()),
            row.heldMoney(),
            new Money(right.held(), row.currency()),
            check.correction(),
            check.requestedBy());
    LOG.log(Level.WARNING, "a balance was corrected: {0}", event);
    store.append(
        connection,
        stream,
        store.read(connection, stream).size(),
        List.of(event),
        Instant.now().truncatedTo(ChronoUnit.MICROS),
        Trail.of(check.correlationId()));
  }
}

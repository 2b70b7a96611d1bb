package org.corridor.account.infrastructure.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.corridor.account.domain.ledger.LedgerAccount;

/** The rows that the ledger keeps of accounts, for those who open, freeze and close these. */
public final class BalanceRows {

  private static final String LOCK =
      "select "
          + LedgerReads.ACCOUNT_COLUMNS
          + " from account_balance where account_id = ? for update";
  private static final String INSERT =
      "insert into account_balance (account_id, currency, booked, held, floor, ceiling, may_debit,"
          + " may_credit, last_seq) values (?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String ALLOW =
      "update account_balance set may_debit = ?, may_credit = ? where account_id = ?";

  /** Locks the row until the transaction ends: no posting touches the account meanwhile. */
  public Optional<LedgerAccount> lock(Connection connection, UUID accountId) {
    try (var select = connection.prepareStatement(LOCK)) {
      select.setObject(1, accountId);
      try (var rows = select.executeQuery()) {
        return rows.next() ? Optional.of(LedgerReads.account(rows)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new LedgerDatabaseFailure("cannot lock the balance of " + accountId, e);
    }
  }

  public void insert(Connection connection, LedgerAccount account) {
    try (var insert = connection.prepareStatement(INSERT)) {
      insert.setObject(1, account.id());
      insert.setString(2, account.currency().getCurrencyCode());
      insert.setLong(3, account.booked());
      insert.setLong(4, account.held());
      insert.setObject(5, account.floor());
      insert.setObject(6, account.ceiling());
      insert.setBoolean(7, account.openForDebit());
      insert.setBoolean(8, account.openForCredit());
      insert.setLong(9, account.lastSeq());
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new LedgerDatabaseFailure("cannot make the balance of " + account.id(), e);
    }
  }

  /** Says which way money may move from now on; the row must be locked. */
  public void allow(Connection connection, UUID accountId, boolean debits, boolean credits) {
    try (var update = connection.prepareStatement(ALLOW)) {
      update.setBoolean(1, debits);
      update.setBoolean(2, credits);
      update.setObject(3, accountId);
      update.executeUpdate();
    } catch (SQLException e) {
      throw new LedgerDatabaseFailure("cannot change what is allowed on " + accountId, e);
    }
  }
}

package org.corridor.account.infrastructure.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.corridor.account.domain.ledger.LedgerCommand;
import org.corridor.account.domain.ledger.Leg;
import org.corridor.account.domain.ledger.Posting;
import org.corridor.kernel.Money;
import org.corridor.platform.id.Ids;

/** Accounts that have had money for years: posted by the ledger itself, under a clock of then. */
public final class OldMoney {

  private static final String ACCOUNT =
      "insert into account (id, number, client_id, branch, product_id, currency, status, opened_at,"
          + " version) values (?, 'OLD-' || ?::text, ?, 'BER', ?, 'EUR', 'ACTIVE', ?, 1)";
  private static final String BALANCE =
      "insert into account_balance (account_id, currency, may_debit, may_credit)"
          + " values (?, 'EUR', true, true)";

  private final DataSource dataSource;

  /**
   * @param dataSource as the account context's own role
   */
  public OldMoney(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Accounts of the product, each with so much since then. */
  public List<UUID> accounts(UUID product, int count, Money each, Instant since) {
    var ids = new ArrayList<UUID>();
    var deposits = new ArrayList<LedgerCommand>();
    try (var connection = dataSource.getConnection()) {
      var bank = open(connection, null, since);
      for (var i = 0; i < count; i++) {
        var account = open(connection, product, since);
        ids.add(account);
        deposits.add(deposit(bank, account, each));
      }
      connection.setAutoCommit(false);
      new LedgerWork(Clock.fixed(since, ZoneOffset.UTC)).apply(connection, deposits);
      connection.commit();
    } catch (SQLException e) {
      throw new IllegalStateException("no old money", e);
    }
    return ids;
  }

  private static Posting deposit(UUID bank, UUID account, Money amount) {
    return new Posting(
        Ids.next(),
        "DEPOSIT",
        null,
        List.of(new Leg(account, amount), new Leg(bank, amount.negated())),
        null,
        null,
        "old-money",
        Map.of());
  }

  private static UUID open(Connection connection, UUID product, Instant at) throws SQLException {
    var id = Ids.next();
    try (var account = connection.prepareStatement(ACCOUNT);
        var balance = connection.prepareStatement(BALANCE)) {
      account.setObject(1, id);
      account.setObject(2, id.toString());
      account.setObject(3, product == null ? null : UUID.randomUUID());
      account.setObject(4, product);
      account.setObject(5, at.atOffset(ZoneOffset.UTC));
      account.executeUpdate();
      balance.setObject(1, id);
      balance.executeUpdate();
    }
    return id;
  }
}

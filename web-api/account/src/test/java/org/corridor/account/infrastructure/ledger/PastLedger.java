package org.corridor.account.infrastructure.ledger;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.corridor.account.domain.ledger.LedgerCommand;
import org.corridor.account.domain.ledger.Leg;
import org.corridor.account.domain.ledger.Posting;
import org.corridor.kernel.Money;
import org.corridor.platform.id.Ids;

/**
 * Accounts that have had money for long, as if this server had been there: chained and balanced.
 */
public final class PastLedger {

  private static final Currency EUR = Currency.getInstance("EUR");

  private final DataSource dataSource;

  /**
   * @param dataSource outside of JTA, as the application's role
   */
  public PastLedger(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * A product with three percent for credit, monthly.
   *
   * @param dormantAfterDays null for never
   */
  public UUID aProduct(Integer dormantAfterDays) {
    var id = Ids.next();
    run(
        "insert into product (id, code, name, currency, kind, overdraft_limit, status, created_at,"
            + " version, credit_rate, day_count, capitalisation, dormant_after_days)"
            + " values (?, ?, 'Savings', 'EUR', 'SAVINGS', 0, 'ACTIVE', now(), 1, 3000000,"
            + " 'ACT_365F', 'MONTHLY', ?::integer)",
        id,
        "S-" + id.toString().toUpperCase(Locale.ROOT),
        dormantAfterDays == null ? null : dormantAfterDays.toString());
    return id;
  }

  /** Accounts of the product, each with so much since then. */
  public List<UUID> accounts(UUID product, int count, long cents, Instant since) {
    var ids = new ArrayList<UUID>();
    var postings = new ArrayList<LedgerCommand>();
    var bank = open(null, null, since);
    for (var i = 0; i < count; i++) {
      var account = open(product, 0L, since);
      ids.add(account);
      postings.add(
          new Posting(
              Ids.next(),
              "DEPOSIT",
              null,
              List.of(
                  new Leg(account, new Money(cents, EUR)), new Leg(bank, new Money(-cents, EUR))),
              null,
              null,
              "past",
              Map.of()));
    }
    try (var connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      new LedgerWork(Clock.fixed(since, ZoneOffset.UTC)).apply(connection, postings);
      connection.commit();
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      throw new IllegalStateException("no past", e);
    }
    return ids;
  }

  private UUID open(UUID product, Long floor, Instant at) {
    var id = Ids.next();
    run(
        "insert into account (id, number, client_id, branch, product_id, currency, status,"
            + " opened_at, version) values (?, ?, ?, 'BER', ?, 'EUR', 'ACTIVE', ?, 1)",
        id,
        "PAST-" + id,
        product == null ? null : UUID.randomUUID(),
        product,
        at.atOffset(ZoneOffset.UTC));
    run(
        "insert into account_balance (account_id, currency, floor, may_debit, may_credit)"
            + " values (?, 'EUR', ?::bigint, true, true)",
        id,
        floor == null ? null : floor.toString());
    return id;
  }

  public long number(String sql, Object... parameters) {
    try (var connection = dataSource.getConnection();
        var select = connection.prepareStatement(sql)) {
      for (var i = 0; i < parameters.length; i++) {
        select.setObject(i + 1, parameters[i]);
      }
      try (var rows = select.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private void run(String sql, Object... parameters) {
    try (var connection = dataSource.getConnection();
        var statement = connection.prepareStatement(sql)) {
      for (var i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      statement.execute();
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }
}

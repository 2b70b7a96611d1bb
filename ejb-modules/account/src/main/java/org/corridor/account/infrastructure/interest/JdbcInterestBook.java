package org.corridor.account.infrastructure.interest;

import static org.corridor.account.infrastructure.ledger.Columns.bindInstant;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.corridor.account.application.InterestBook;
import org.corridor.account.domain.interest.Capitalisation;
import org.corridor.account.domain.interest.InterestPayment;
import org.corridor.account.domain.interest.InterestTerms.DayInterest;
import org.corridor.account.domain.interest.OpenInterest;
import org.corridor.account.infrastructure.AccountEvents;
import org.corridor.account.infrastructure.Statements;
import org.corridor.account.infrastructure.ledger.LedgerDatabaseFailure;
import org.corridor.platform.events.Trail;
import org.corridor.platform.jdbc.ArrayColumns;

/** Interest as rows: an accrual is written once for an account and a day, and never again. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class JdbcInterestBook implements InterestBook {

  private DataSource dataSource;
  private Statements statements;

  /** For the container. */
  protected JdbcInterestBook() {}

  public JdbcInterestBook(DataSource dataSource) {
    setDataSource(dataSource);
  }

  @Resource(lookup = "jdbc/account")
  void setDataSource(DataSource source) {
    dataSource = source;
    statements = new Statements(source);
  }

  /** What the day adds to an account. */
  private record Added(EndBalance balance, DayInterest interest) {}

  @Override
  @Transactional(Transactional.TxType.NOT_SUPPORTED)
  public void awaitPostingsUnderWay() {
    new PostingsUnderWay(dataSource).await();
  }

  @Override
  public List<UUID> bearing(LocalDate day, UUID after, int limit) {
    return bearing(day, null, after, limit);
  }

  @Override
  public List<UUID> bearing(LocalDate day, Set<Capitalisation> due, UUID after, int limit) {
    return statements.work(
        InterestSql.BEARING,
        select -> {
          select.setObject(1, after);
          select.setObject(2, after);
          for (var index = 3; index <= 4; index++) {
            if (due == null) {
              select.setArray(index, null);
            } else {
              ArrayColumns.bind(select, index, "text", due, Capitalisation::name);
            }
          }
          bindInstant(select, 5, endOf(day));
          bindInstant(select, 6, endOf(day));
          select.setInt(7, limit);
          return Statements.ids(select);
        });
  }

  @Override
  public Set<String> currencies() {
    return statements.work(
        InterestSql.CURRENCIES,
        select -> new HashSet<>(Statements.rows(select, row -> row.getString("currency"))));
  }

  @Override
  public void accrue(
      LocalDate day, List<UUID> accountIds, Function<EndBalance, Optional<DayInterest>> decision) {
    var balances =
        statements.work(
            InterestSql.END_BALANCES,
            select -> {
              bindInstant(select, 1, endOf(day));
              bindInstant(select, 2, endOf(day));
              ArrayColumns.bindIds(select, 3, accountIds);
              return Statements.rows(select, InterestRows::endBalance);
            });
    var added = new ArrayList<Added>();
    for (var balance : balances) {
      decision.apply(balance).ifPresent(interest -> added.add(new Added(balance, interest)));
    }
    statements.work(
        InterestSql.ACCRUE,
        insert -> {
          insert.setObject(1, day);
          ArrayColumns.bind(insert, 2, "uuid", added, row -> row.balance().accountId());
          ArrayColumns.bind(insert, 3, "text", added, row -> row.interest().side().name());
          ArrayColumns.bind(insert, 4, "int8", added, row -> row.balance().booked());
          ArrayColumns.bind(
              insert,
              5,
              "numeric",
              added,
              row -> OpenInterestRows.number(row.interest().accrued()));
          return insert.executeUpdate();
        });
  }

  @Override
  public void capitalise(
      LocalDate day,
      List<UUID> accountIds,
      Function<OpenInterest, Optional<InterestPayment>> decision) {
    decide(day, accountIds, decision);
  }

  @Override
  @Transactional
  public List<InterestPayment> settle(
      LocalDate day, UUID accountId, Function<OpenInterest, Optional<InterestPayment>> decision) {
    return decide(day, List.of(accountId), decision);
  }

  private List<InterestPayment> decide(
      LocalDate day,
      List<UUID> accountIds,
      Function<OpenInterest, Optional<InterestPayment>> decision) {
    try (var connection = dataSource.getConnection()) {
      return OpenInterestRows.lock(connection, day, accountIds).pay(decision);
    } catch (SQLException e) {
      throw new LedgerDatabaseFailure("cannot keep the interest of accounts", e);
    }
  }

  @Override
  public List<UUID> fresh(int limit) {
    return statements.work(
        InterestSql.FRESH,
        select -> {
          select.setInt(1, limit);
          return Statements.ids(select);
        });
  }

  @Override
  public List<UUID> unbooked(LocalDate day, UUID after, int limit) {
    return statements.work(
        InterestSql.UNBOOKED,
        select -> {
          select.setObject(1, after);
          select.setObject(2, after);
          select.setObject(3, day);
          select.setInt(4, limit);
          return Statements.ids(select);
        });
  }

  @Override
  public List<InterestPayment> payments(List<UUID> ids) {
    return statements.work(
        InterestSql.PAYMENTS,
        select -> {
          ArrayColumns.bindIds(select, 1, ids);
          return Statements.rows(select, InterestRows::payment);
        });
  }

  @Override
  public void booked(List<InterestPayment> payments, Instant at, Trail trail) {
    try (var connection = dataSource.getConnection();
        var update = connection.prepareStatement(InterestSql.BOOKED)) {
      bindInstant(update, 1, at);
      ArrayColumns.bindIds(update, 2, payments.stream().map(InterestPayment::id).toList());
      var news = new HashSet<>(Statements.ids(update));
      for (var payment : payments) {
        if (news.contains(payment.id())) {
          var stream = "interest/" + payment.id();
          AccountEvents.store().append(connection, stream, 0, List.of(payment.booked()), at, trail);
        }
      }
    } catch (SQLException e) {
      throw new LedgerDatabaseFailure("cannot keep the interest of accounts", e);
    }
  }

  @Override
  public void refused(Map<UUID, String> refusals) {
    statements.work(
        InterestSql.REFUSED,
        update -> {
          ArrayColumns.bindIds(update, 1, refusals.keySet());
          ArrayColumns.bind(update, 2, "text", refusals.values(), Function.identity());
          return update.executeUpdate();
        });
  }

  /**
   * In the transaction that closes the account: with a connection of its own, it could wait for
   * one.
   */
  @Override
  @Transactional
  public boolean isUnsettled(UUID accountId, LocalDate today) {
    var yesterday = today.minusDays(1);
    try (var connection = dataSource.getConnection()) {
      if (OpenInterestRows.lock(connection, yesterday, List.of(accountId)).isWorthAnything()) {
        return true;
      }
    } catch (SQLException e) {
      throw new LedgerDatabaseFailure("cannot keep the interest of accounts", e);
    }
    return statements.yes(InterestSql.HAS_UNBOOKED, select -> select.setObject(1, accountId))
        || statements.yes(
            InterestSql.HAS_UNACCRUED,
            select -> {
              select.setObject(1, today);
              select.setObject(2, accountId);
            });
  }

  private static Instant endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}

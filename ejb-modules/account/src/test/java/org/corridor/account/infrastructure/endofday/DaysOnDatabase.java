package org.corridor.account.infrastructure.endofday;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.corridor.account.application.Accounts;
import org.corridor.account.application.AccrueInterest;
import org.corridor.account.application.BookInterest;
import org.corridor.account.application.DayStep;
import org.corridor.account.application.DayWork;
import org.corridor.account.application.InterestAccounts;
import org.corridor.account.application.InterestBook;
import org.corridor.account.application.Ledger;
import org.corridor.account.application.MarkDormant;
import org.corridor.account.application.OpenInternalAccount;
import org.corridor.account.domain.Product;
import org.corridor.account.domain.ProductKind;
import org.corridor.account.domain.interest.Capitalisation;
import org.corridor.account.domain.interest.DayCount;
import org.corridor.account.domain.interest.InterestRate;
import org.corridor.account.domain.interest.InterestTerms;
import org.corridor.account.domain.ledger.Leg;
import org.corridor.account.domain.ledger.Outcome;
import org.corridor.account.domain.ledger.Posting;
import org.corridor.account.infrastructure.AccountsOnDatabase;
import org.corridor.account.infrastructure.interest.JdbcInterestBook;
import org.corridor.account.infrastructure.interest.JdbcSilence;
import org.corridor.account.infrastructure.ledger.LedgerDatabase;
import org.corridor.kernel.Money;
import org.corridor.platform.events.Trail;
import org.corridor.platform.id.Ids;

/** A bank with interest on a real database, whose clock the test turns. */
final class DaysOnDatabase {

  private static final Currency EUR = Currency.getInstance("EUR");
  private static final int PAGE = 3;

  final LedgerDatabase ledger = LedgerDatabase.empty();
  final AccountsOnDatabase accounts = new AccountsOnDatabase(ledger.database.app());
  private final TurnedClock clock = new TurnedClock();
  private final Ledger queue = ledger.replica(clock);
  private final UUID cash = ledger.openInternalAccount();

  /** Stands still until it is turned. */
  private static final class TurnedClock extends Clock {

    private volatile Instant now = Instant.parse("2026-01-01T12:00:00Z");

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  void turnTo(LocalDate day) {
    clock.now = day.atTime(12, 0).toInstant(ZoneOffset.UTC);
  }

  Product aProduct(String code, InterestTerms interest, Integer dormantAfterDays) {
    return accounts.aProduct(
        new Product.Draft(
            code,
            "A product",
            ProductKind.SAVINGS,
            new Money(10_000_00, EUR),
            interest,
            dormantAfterDays));
  }

  static InterestTerms terms(
      String credit, String debit, DayCount dayCount, Capitalisation capitalisation) {
    return new InterestTerms(
        InterestRate.ofPercent(credit), InterestRate.ofPercent(debit), dayCount, capitalisation);
  }

  /** Opened on the day that the clock shows. */
  UUID anAccount(String product) {
    var id = accounts.anAccount(product).id();
    ledger.tamper("update account set opened_at = '" + clock.now + "' where id = ?", id);
    return id;
  }

  /** Money comes in, or goes out if the amount is negative. */
  Outcome move(UUID account, long cents) {
    var posting =
        new Posting(
            Ids.next(),
            "DEPOSIT",
            null,
            List.of(new Leg(account, new Money(cents, EUR)), new Leg(cash, new Money(-cents, EUR))),
            null,
            null,
            "test",
            Map.of());
    return LedgerDatabase.await(queue.submit(posting));
  }

  /** What a replica does to end the day, without the batch container. */
  void end(LocalDate day) {
    end(day, UnaryOperator.identity());
  }

  /**
   * @param disturbance stands between the steps and the database
   */
  void end(LocalDate day, UnaryOperator<InterestBook> disturbance) {
    var work = work(disturbance);
    work.prepare(day);
    for (var step : DayStep.values()) {
      var ids = work.page(step, day, null, PAGE);
      while (!ids.isEmpty()) {
        work.work(step, day, ids);
        ids = work.page(step, day, ids.get(ids.size() - 1), PAGE);
      }
    }
  }

  /** As if a run had ended the day. */
  void done(LocalDate day) {
    ledger.run(
        "insert into end_of_day_run (id, business_date, status, requested_by, correlation_id,"
            + " requested_at, finished_at, summary) values (?, ?, 'DONE', 'test', 'test', now(),"
            + " now(), '{}')",
        UUID.randomUUID(),
        day);
  }

  InterestBook book() {
    return new JdbcInterestBook(inTransactions(ledger.database.app()));
  }

  void bookFresh() {
    var each = eachInATransaction();
    var counterparts = new InterestAccounts(each, new OpenInternalAccount(each, clock));
    new BookInterest(book(), counterparts, queue, clock).bookFresh();
  }

  private DayWork work(UnaryOperator<InterestBook> disturbance) {
    var book = disturbance.apply(book());
    var each = eachInATransaction();
    var counterparts = new InterestAccounts(each, new OpenInternalAccount(each, clock));
    return new DayWork(
        book,
        counterparts,
        new AccrueInterest(book),
        new BookInterest(book, counterparts, queue, clock),
        new InOneTransaction());
  }

  /** As the container would do it: deciding and keeping in one transaction. */
  private final class InOneTransaction extends MarkDormant {

    private final JdbcSilence silence = new JdbcSilence(ledger.database.app());

    @Override
    public List<UUID> candidates(LocalDate day, UUID after, int limit) {
      return silence.silentAt(day, after, limit);
    }

    @Override
    public boolean mark(LocalDate day, UUID accountId, Trail trail) {
      return accounts.inTransaction(
          use -> new MarkDormant(silence, use.accounts(), clock).mark(day, accountId, trail));
    }
  }

  private Accounts eachInATransaction() {
    return (Accounts)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Accounts.class},
            (proxy, method, arguments) ->
                accounts.inTransaction(
                    use -> {
                      try {
                        return method.invoke(use.accounts(), arguments);
                      } catch (InvocationTargetException e) {
                        throw (RuntimeException) e.getCause();
                      } catch (IllegalAccessException e) {
                        throw new IllegalStateException(e);
                      }
                    }));
  }

  /** Connections that commit when they are closed, as in a transaction of the container. */
  private static DataSource inTransactions(DataSource source) {
    return (DataSource)
        Proxy.newProxyInstance(
            DaysOnDatabase.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, arguments) -> committing(source.getConnection()));
  }

  private static Connection committing(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    return (Connection)
        Proxy.newProxyInstance(
            DaysOnDatabase.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("close")) {
                connection.commit();
              }
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  void stop() throws InterruptedException {
    accounts.close();
    ledger.stop();
  }
}

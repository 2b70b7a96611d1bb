package org.corridor.account.infrastructure.endofday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.corridor.account.infrastructure.endofday.DaysOnDatabase.terms;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.corridor.account.application.InterestBook;
import org.corridor.account.domain.AccountStatus;
import org.corridor.account.domain.interest.Capitalisation;
import org.corridor.account.domain.interest.DayCount;
import org.corridor.account.domain.ledger.Outcome;
import org.corridor.account.infrastructure.audit.JdbcLedgerAudit;
import org.corridor.account.infrastructure.interest.JdbcInterestBook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Days on a real database: repeated, by two at once, interrupted anywhere; compared with paper. */
class EndOfDayTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 1, 29);
  private static final LocalDate END_OF_JANUARY = LocalDate.of(2026, 1, 31);

  private final DaysOnDatabase bank = new DaysOnDatabase();

  @AfterEach
  void theBooksBalance() throws InterruptedException {
    var sum = bank.ledger.number("select coalesce(sum(booked), 0) from account_balance");
    var problems = new JdbcLedgerAudit(bank.ledger.database.app()).verify().problems();
    bank.stop();
    assertThat(sum).isZero();
    assertThat(problems).isEmpty();
  }

  private long payments(UUID account) {
    return bank.ledger.number(
        "select coalesce(sum(amount), 0) from interest_payment where account_id = ?", account);
  }

  private long count(String table) {
    return bank.ledger.number("select count(*) from " + table);
  }

  private AccountStatus status(UUID account) {
    return bank.accounts.inTransaction(use -> use.accounts().find(account)).orElseThrow().status();
  }

  /** Does what it is told to, until it has been told so often. */
  private static UnaryOperator<InterestBook> dyingAfter(int calls) {
    var left = new AtomicInteger(calls);
    return book ->
        (InterestBook)
            Proxy.newProxyInstance(
                EndOfDayTest.class.getClassLoader(),
                new Class<?>[] {InterestBook.class},
                (proxy, method, arguments) -> {
                  if (left.getAndDecrement() <= 0) {
                    throw new IllegalStateException("the server has died");
                  }
                  try {
                    return method.invoke(book, arguments);
                  } catch (InvocationTargetException e) {
                    throw e.getCause();
                  }
                });
  }

  /** A year's basis of 365, on paper: the sum of the ends of days, times the rate, rounded once. */
  private static long onPaper(List<Long> balances, String percent) {
    var sum = balances.stream().mapToLong(Long::longValue).sum();
    return BigDecimal.valueOf(sum)
        .multiply(new BigDecimal(percent))
        .divide(BigDecimal.valueOf(36_500), MathContext.DECIMAL128)
        .setScale(0, RoundingMode.HALF_EVEN)
        .longValueExact();
  }

  @Test
  void interestAccruesDailyAndIsBookedWhenTheMonthEnds() {
    bank.aProduct("S", terms("3.65", "0", DayCount.ACT_365F, Capitalisation.MONTHLY), null);
    bank.turnTo(FIRST);
    var account = bank.anAccount("S");
    bank.move(account, 1_000_00);
    bank.turnTo(FIRST.plusDays(1));
    bank.end(FIRST);
    bank.move(account, 1_000_00);
    bank.turnTo(FIRST.plusDays(2));
    bank.end(FIRST.plusDays(1));
    assertThat(bank.ledger.booked(account)).isEqualTo(2_000_00);
    bank.turnTo(END_OF_JANUARY.plusDays(1));
    bank.end(END_OF_JANUARY);

    // 0.10 and twice 0.20
    assertThat(bank.ledger.booked(account)).isEqualTo(2_000_50);
    assertThat(
            bank.ledger.number(
                "select booked from account_balance join account on id = account_id"
                    + " where number = 'INTEREST_EXPENSE-EUR'"))
        .isEqualTo(-50);
    assertThat(count("event where type = 'account.interest-capitalised.v1'")).isEqualTo(1);
    bank.turnTo(END_OF_JANUARY.plusDays(2));
    bank.end(END_OF_JANUARY.plusDays(1));
    assertThat(
            bank.ledger.number(
                "select balance from interest_accrual where business_date = '2026-02-01'"))
        .isEqualTo(2_000_50);
  }

  @Test
  void whatIsMovedAfterTheEndOfADayBelongsToTheNext() {
    bank.aProduct("S", terms("3.65", "0", DayCount.ACT_365F, Capitalisation.MONTHLY), null);
    bank.turnTo(END_OF_JANUARY);
    var account = bank.anAccount("S");
    bank.move(account, 1_000_00);
    bank.turnTo(END_OF_JANUARY.plusDays(1));
    bank.move(account, 5_000_00);

    bank.end(END_OF_JANUARY);

    assertThat(payments(account)).isEqualTo(10);
  }

  @Test
  void anOverdraftIsChargedAndWhatCannotBeBookedWaits() {
    bank.aProduct("O", terms("0", "7.3", DayCount.ACT_365F, Capitalisation.MONTHLY), null);
    bank.turnTo(END_OF_JANUARY);
    var account = bank.anAccount("O");
    bank.move(account, -1_000_00);
    var full = bank.anAccount("O");
    bank.move(full, -10_000_00);
    bank.turnTo(END_OF_JANUARY.plusDays(1));

    bank.end(END_OF_JANUARY);

    assertThat(bank.ledger.booked(account)).isEqualTo(-1_000_20);
    // its overdraft limit is used up
    assertThat(bank.ledger.booked(full)).isEqualTo(-10_000_00);
    assertThat(count("interest_payment where refusal = 'insufficient-funds'")).isEqualTo(1);
    bank.move(full, 500_00);
    bank.turnTo(END_OF_JANUARY.plusDays(2));
    bank.end(END_OF_JANUARY.plusDays(1));
    assertThat(bank.ledger.booked(full)).isEqualTo(-9_502_00);
    assertThat(count("interest_payment where booked_at is null")).isZero();
  }

  @Test
  void repeatedDaysByTwoAtOnceAndDeathsInBetweenChangeNothing() throws Exception {
    var seed = new Random().nextLong();
    var random = new Random(seed);
    bank.aProduct("S", terms("3.333333", "9", DayCount.ACT_365F, Capitalisation.MONTHLY), null);
    bank.turnTo(FIRST);
    var balances = new HashMap<UUID, List<Long>>();
    for (var i = 0; i < 10; i++) {
      var account = bank.anAccount("S");
      balances.put(account, new ArrayList<>());
    }
    for (var day = FIRST; !day.isAfter(END_OF_JANUARY); day = day.plusDays(1)) {
      bank.turnTo(day);
      for (var account : balances.keySet()) {
        bank.move(account, 1 + random.nextInt(900_000_00));
        balances.get(account).add(bank.ledger.booked(account));
      }
      bank.turnTo(day.plusDays(1));
      for (var calls = 0; calls < 25; calls += 1 + random.nextInt(3)) {
        dieAndIgnore(day, calls);
      }
      endTwiceAtOnce(day);
      bank.end(day);
    }

    for (Map.Entry<UUID, List<Long>> account : balances.entrySet()) {
      var paper = onPaper(account.getValue(), "3.333333");
      assertThat(payments(account.getKey())).as("seed " + seed).isEqualTo(paper);
      var last = account.getValue().get(account.getValue().size() - 1);
      assertThat(bank.ledger.booked(account.getKey())).as("seed " + seed).isEqualTo(last + paper);
    }
    assertThat(count("interest_accrual")).isEqualTo(30);
    assertThat(count("journal where kind = 'CREDIT_INTEREST'")).isEqualTo(10);
    assertThat(count("event where type = 'account.interest-capitalised.v1'")).isEqualTo(10);
    assertThat(count("interest_payment where booked_at is null")).isZero();
  }

  private void dieAndIgnore(LocalDate day, int calls) {
    try {
      bank.end(day, dyingAfter(calls));
    } catch (IllegalStateException e) {
      assertThat(e).hasMessage("the server has died");
    }
  }

  private void endTwiceAtOnce(LocalDate day) throws Exception {
    var replicas = Executors.newFixedThreadPool(3);
    try {
      Callable<Void> run =
          () -> {
            bank.end(day);
            return null;
          };
      for (var done : replicas.invokeAll(List.of(run, run, run))) {
        done.get();
      }
    } finally {
      replicas.shutdownNow();
    }
  }

  @Test
  void aSilentAccountBecomesDormantAndTakesNoDebits() {
    bank.aProduct("S", terms("3.65", "0", DayCount.ACT_365F, Capitalisation.MONTHLY), 30);
    bank.turnTo(LocalDate.of(2026, 1, 1));
    var silent = bank.anAccount("S");
    var busy = bank.anAccount("S");
    bank.move(silent, 1_000_00);
    bank.turnTo(LocalDate.of(2026, 1, 2));
    bank.move(busy, 1_000_00);
    // its credit interest is no movement
    bank.turnTo(END_OF_JANUARY.plusDays(1));

    bank.end(END_OF_JANUARY.minusDays(1));
    assertThat(status(silent)).isEqualTo(AccountStatus.ACTIVE);
    bank.end(END_OF_JANUARY);

    assertThat(status(silent)).isEqualTo(AccountStatus.DORMANT);
    assertThat(status(busy)).isEqualTo(AccountStatus.ACTIVE);
    assertThat(bank.move(silent, -1)).isInstanceOf(Outcome.Refused.class);
    assertThat(bank.move(silent, 1)).isInstanceOf(Outcome.Posted.class);
    assertThat(count("event where type = 'account.account-became-dormant.v1'")).isEqualTo(1);
  }

  @Test
  void anAccountIsSettledWhenAllItsDaysHaveEndedAndAllItsInterestIsBooked() {
    bank.aProduct("S", terms("3.65", "0", DayCount.ACT_365F, Capitalisation.YEARLY), null);
    bank.turnTo(FIRST);
    var account = bank.anAccount("S");
    bank.move(account, 1_000_00);
    bank.turnTo(FIRST.plusDays(1));
    bank.move(account, -1_000_00);
    var book = new JdbcInterestBook(bank.ledger.database.app());
    // no day was ever ended: nothing will ever accrue
    assertThat(book.isUnsettled(account, FIRST.plusDays(1))).isFalse();

    bank.done(FIRST.minusDays(1));
    assertThat(book.isUnsettled(account, FIRST.plusDays(1))).as("a day is missing").isTrue();
    bank.end(FIRST);
    bank.done(FIRST);
    assertThat(book.isUnsettled(account, FIRST.plusDays(1))).as("ten cents").isTrue();
    book.settle(FIRST, account, open -> open.capitalise(UUID.randomUUID(), FIRST));
    assertThat(book.isUnsettled(account, FIRST.plusDays(1))).as("not booked").isTrue();
    bank.bookFresh();

    assertThat(bank.ledger.booked(account)).isEqualTo(10);
    assertThat(book.isUnsettled(account, FIRST.plusDays(1))).isFalse();
    book.settle(FIRST, account, open -> open.capitalise(UUID.randomUUID(), FIRST));
    assertThat(count("interest_payment")).isEqualTo(1);
  }

  @Test
  void aSettlementAndTheEndOfTheMonthAtOncePayOnce() throws Exception {
    bank.aProduct("S", terms("3.65", "0", DayCount.ACT_365F, Capitalisation.MONTHLY), null);
    bank.turnTo(END_OF_JANUARY.minusDays(1));
    var accounts = new ArrayList<UUID>();
    for (var i = 0; i < 20; i++) {
      accounts.add(bank.anAccount("S"));
      bank.move(accounts.get(i), 1_000_00);
    }
    bank.turnTo(END_OF_JANUARY);
    bank.end(END_OF_JANUARY.minusDays(1));
    bank.turnTo(END_OF_JANUARY.plusDays(1));
    var settling = bank.book();
    var threads = Executors.newFixedThreadPool(2);
    try {
      var day = END_OF_JANUARY.minusDays(1);
      Callable<Void> settle =
          () -> {
            for (var account : accounts) {
              settling.settle(day, account, open -> open.capitalise(UUID.randomUUID(), day));
            }
            return null;
          };
      Callable<Void> end =
          () -> {
            bank.end(END_OF_JANUARY);
            return null;
          };
      for (var done : threads.invokeAll(List.of(settle, end))) {
        done.get();
      }
    } finally {
      threads.shutdownNow();
    }
    bank.bookFresh();

    for (var account : accounts) {
      assertThat(bank.ledger.booked(account)).isEqualTo(1_000_20);
    }
  }
}

package org.corridor.account.domain.interest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Random;
import java.util.UUID;
import org.corridor.account.domain.ledger.Posting;
import org.corridor.kernel.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class InterestTest {

  private static final Currency EUR = Currency.getInstance("EUR");
  private static final UUID ACCOUNT = UUID.randomUUID();
  private static final LocalDate DAY = LocalDate.of(2026, 10, 31);

  private static InterestTerms terms(String credit, String debit, DayCount dayCount) {
    return new InterestTerms(
        InterestRate.ofPercent(credit),
        InterestRate.ofPercent(debit),
        dayCount,
        Capitalisation.MONTHLY);
  }

  private static Accrued ofYear(DayCount dayCount, int year, long balance) {
    var terms = terms("3", "9", dayCount);
    var sum = Accrued.NOTHING;
    for (var day = LocalDate.of(year, 1, 1); day.getYear() == year; day = day.plusDays(1)) {
      sum =
          sum.plus(
              terms
                  .on(day, balance)
                  .map(InterestTerms.DayInterest::accrued)
                  .orElse(Accrued.NOTHING));
    }
    return sum;
  }

  private static OpenInterest open(InterestSide side, Accrued accrued) {
    return new OpenInterest(ACCOUNT, side, EUR, accrued);
  }

  private static Accrued parts(long halves) {
    return new Accrued(
        Accrued.MINOR_UNIT.multiply(BigInteger.valueOf(halves)).divide(BigInteger.TWO));
  }

  @ParameterizedTest(name = "{0} in {1}: {2} cents")
  @CsvSource({
    "ACT_365F, 2027, 3000",
    "ACT_365F, 2028, 3008", // 3008.219: 366 days of a 365th
    "ACT_360, 2027, 3042", // 3041.666
    "ACT_360, 2028, 3050",
    "THIRTY_360, 2027, 3000",
    "THIRTY_360, 2028, 3000",
    "ACT_ACT, 2027, 3000",
    "ACT_ACT, 2028, 3000",
  })
  void aYearOfAThousandEurosAtThreePercentEarns(DayCount dayCount, int year, long cents) {
    assertThat(ofYear(dayCount, year, 100_000).rounded()).isEqualTo(cents);
  }

  @ParameterizedTest(name = "on {0} a day of 30/360 is worth {1}")
  @CsvSource({
    "2027-01-30, 0",
    "2027-01-31, 1",
    "2027-02-27, 1",
    "2027-02-28, 3",
    "2028-02-28, 1",
    "2028-02-29, 2",
    "2027-04-30, 1",
    "2027-12-31, 1"
  })
  void monthsOfThirtyDaysMakeUpForTheirEnds(LocalDate day, long days) {
    assertThat(DayCount.THIRTY_360.partsOf(day)).isEqualTo(days * DayCount.YEAR / 360);
  }

  @ParameterizedTest
  @EnumSource(DayCount.class)
  void noDayIsRounded(DayCount dayCount) {
    assertThat(DayCount.YEAR % 360).isZero();
    assertThat(DayCount.YEAR % 365).isZero();
    assertThat(DayCount.YEAR % 366).isZero();
    assertThat(DayCount.ofCode(dayCount.code())).contains(dayCount);
  }

  @Test
  void anOverdraftCostsTheOtherRate() {
    var terms = terms("0", "7.3", DayCount.ACT_365F);

    assertThat(terms.on(DAY, 100_000)).isEmpty();
    assertThat(terms.on(DAY, 0)).isEmpty();
    var owed = terms.on(DAY, -100_000).orElseThrow();
    assertThat(owed.side()).isEqualTo(InterestSide.DEBIT);
    assertThat(owed.accrued().rounded()).isEqualTo(-20);
    assertThatThrownBy(() -> terms("0", "0", DayCount.ACT_360))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest(name = "{0} halves of a cent are {1}")
  @CsvSource({"1, 0", "2, 1", "3, 2", "5, 2", "7, 4", "-1, 0", "-3, -2", "-5, -2"})
  void isRoundedHalfToEven(long halves, long cents) {
    assertThat(parts(halves).rounded()).isEqualTo(cents);
  }

  @Test
  void whatRoundingLeavesStaysAccrued() {
    var up = open(InterestSide.CREDIT, parts(3)).capitalise(ACCOUNT, DAY).orElseThrow();
    assertThat(up.amount()).isEqualTo(new Money(2, EUR));
    assertThat(up.carried()).isEqualTo(parts(-1));

    var down = open(InterestSide.DEBIT, parts(-5)).capitalise(ACCOUNT, DAY).orElseThrow();
    assertThat(down.amount()).isEqualTo(new Money(-2, EUR));
    assertThat(down.carried()).isEqualTo(parts(-1));

    assertThat(open(InterestSide.CREDIT, parts(1)).capitalise(ACCOUNT, DAY)).isEmpty();
  }

  @Test
  void isPostedAgainstTheBankUnderItsOwnIdOnTheNextDay() {
    var payment = open(InterestSide.CREDIT, parts(4)).capitalise(ACCOUNT, DAY).orElseThrow();
    var bank = UUID.randomUUID();

    var posting = payment.posting(bank, "test");

    assertThat(posting.id()).isEqualTo(payment.id());
    assertThat(posting.kind()).isEqualTo("CREDIT_INTEREST");
    assertThat(posting.valueDate()).isEqualTo(DAY.plusDays(1));
    assertThat(posting.fault()).isEmpty();
    assertThat(posting.accountIds()).containsExactlyInAnyOrder(ACCOUNT, bank);
    assertThat(posting).isInstanceOf(Posting.class);
  }

  /** Against a computation of another kind: decimal fractions, added up in the end. */
  @Test
  void manyMonthsNeverDriftFromTheExactSum() {
    var seed = new Random().nextLong();
    var random = new Random(seed);
    var terms = terms("1.234567", "12.5", DayCount.ACT_365F);
    var accrued = Accrued.NOTHING;
    var paid = 0L;
    var exact = BigDecimal.ZERO;
    var balance = 0L;
    for (var day = LocalDate.of(2024, 1, 1); day.getYear() < 2029; day = day.plusDays(1)) {
      balance = random.nextInt(10) == 0 ? random.nextLong(1_000_000_000L) : balance;
      accrued =
          accrued.plus(
              terms
                  .on(day, balance)
                  .map(InterestTerms.DayInterest::accrued)
                  .orElse(Accrued.NOTHING));
      exact = exact.add(BigDecimal.valueOf(balance).multiply(new BigDecimal("0.01234567")));
      if (Capitalisation.MONTHLY.isDue(day)) {
        var payment = open(InterestSide.CREDIT, accrued).capitalise(ACCOUNT, day);
        paid += payment.map(made -> made.amount().minorUnits()).orElse(0L);
        accrued = payment.map(InterestPayment::carried).orElse(accrued);

        var difference = exact.subtract(BigDecimal.valueOf(paid * 365));
        // half a cent, in 365ths
        assertThat(difference.abs())
            .as("seed " + seed)
            .isLessThanOrEqualTo(new BigDecimal("182.5"));
      }
    }
    assertThat(paid).isPositive();
  }

  @Test
  void periodsEndWithMonthsQuartersAndYears() {
    assertThat(Capitalisation.MONTHLY.isDue(LocalDate.of(2028, 2, 29))).isTrue();
    assertThat(Capitalisation.MONTHLY.isDue(LocalDate.of(2028, 2, 28))).isFalse();
    assertThat(Capitalisation.QUARTERLY.isDue(LocalDate.of(2027, 6, 30))).isTrue();
    assertThat(Capitalisation.QUARTERLY.isDue(LocalDate.of(2027, 5, 31))).isFalse();
    assertThat(Capitalisation.YEARLY.isDue(LocalDate.of(2027, 12, 31))).isTrue();
    assertThat(Capitalisation.YEARLY.isDue(LocalDate.of(2027, 9, 30))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "1,5", "1e1", "01", "100.000001", "0.0000001", "1000", " 1"})
  void aRateIsPlainPercent(String percent) {
    assertThatThrownBy(() -> InterestRate.ofPercent(percent))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "0.000001", "2.25", "100"})
  void aRateIsReadBack(String percent) {
    assertThat(InterestRate.ofPercent(percent).toPercent()).isEqualTo(percent);
  }
}

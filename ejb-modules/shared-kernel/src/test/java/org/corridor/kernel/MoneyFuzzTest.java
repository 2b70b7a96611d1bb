package org.corridor.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.math.BigDecimal;
import java.util.Currency;

class MoneyFuzzTest {

  private static final String[] CURRENCIES = {"EUR", "JPY", "BHD", "CLF", "XAU"};

  /** What is read is written as it was read, but for zeros; what is not, is refused. */
  @FuzzTest
  void readsAmounts(FuzzedDataProvider data) {
    var currency = Currency.getInstance(data.pickValue(CURRENCIES));
    var text = data.consumeRemainingAsString();
    Money money;
    try {
      money = Money.parse(text, currency);
    } catch (IllegalArgumentException refused) {
      return;
    }
    assertThat(new BigDecimal(money.toDecimalString())).isEqualByComparingTo(text);
    assertThat(Money.parse(money.toDecimalString(), currency)).isEqualTo(money);
  }
}

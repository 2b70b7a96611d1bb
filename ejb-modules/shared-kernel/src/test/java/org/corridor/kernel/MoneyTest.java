package org.corridor.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Currency;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

  private static final Currency EUR = Currency.getInstance("EUR");
  private static final Currency JPY = Currency.getInstance("JPY");

  @Test
  void readsAndWritesTheSameDecimalForAnyAmount() {
    var seed = System.nanoTime();
    var random = new Random(seed);
    for (var i = 0; i < 10_000; i++) {
      var money = new Money(random.nextLong() / 10, EUR);
      assertThat(Money.parse(money.toDecimalString(), EUR)).as("seed %d", seed).isEqualTo(money);
    }
  }

  @Test
  void knowsCurrenciesWithoutMinorUnits() {
    assertThat(Money.parse("125", JPY).toDecimalString()).isEqualTo("125");
    assertThatThrownBy(() -> Money.parse("125.0", JPY)).hasMessageContaining("0 fraction digits");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "1e3", "+1", " 1", "1.", ".5", "01", "1,00", "NaN", "0x10", "1.001", "--1", "１"
      })
  void refusesWhatIsNotAPlainDecimalOfTheCurrency(String text) {
    assertThatThrownBy(() -> Money.parse(text, EUR)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesAmountsBeyondSixtyFourBits() {
    assertThatThrownBy(() -> Money.parse("999999999999999999", EUR))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void neverOverflowsSilently() {
    var most = new Money(Long.MAX_VALUE, EUR);

    assertThatThrownBy(() -> most.plus(Money.of(1, "EUR"))).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void neverMixesCurrencies() {
    assertThatThrownBy(() -> Money.of(1, "EUR").plus(Money.of(1, "USD")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesUnitsThatHaveNoMinorUnits() {
    assertThatThrownBy(() -> Money.of(1, "XAU")).isInstanceOf(IllegalArgumentException.class);
  }
}

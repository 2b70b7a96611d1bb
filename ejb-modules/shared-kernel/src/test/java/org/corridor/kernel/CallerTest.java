package org.corridor.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CallerTest {

  private static final UUID ANNA = UUID.randomUUID();

  @Test
  void aCustomerReachesOnlyWhatIsItsOwn() {
    var customer = new Caller("anna", Set.of(), null, ANNA, Map.of());

    assertThat(customer.reaches(ANNA, "BER")).isTrue();
    assertThat(customer.reaches(UUID.randomUUID(), "BER")).isFalse();
    assertThat(customer.reaches(null, "BER")).isFalse();
  }

  @Test
  void aTellerReachesOnlyItsBranch() {
    var teller = new Caller("tom", Set.of(), "BER", null, Map.of());

    assertThat(teller.reaches(ANNA, "BER")).isTrue();
    assertThat(teller.reaches(ANNA, "MUC")).isFalse();
    assertThat(teller.reaches(ANNA, null)).isFalse();
  }

  @Test
  void aLimitInOneCurrencyAllowsNothingInAnother() {
    var limits = Map.of(Currency.getInstance("EUR"), 1_000_00L);
    var teller = new Caller("tom", Set.of(), "BER", null, limits);

    assertThat(teller.mayMove(Money.of(1_000_00, "EUR"))).isTrue();
    assertThat(teller.mayMove(Money.of(1_000_01, "EUR"))).isFalse();
    assertThat(teller.mayMove(Money.of(1, "USD"))).isFalse();
  }
}

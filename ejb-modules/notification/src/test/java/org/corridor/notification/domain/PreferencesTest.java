package org.corridor.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.corridor.kernel.Money;
import org.junit.jupiter.api.Test;

class PreferencesTest {

  private static final Instant MIDNIGHT = Instant.parse("2026-11-02T00:00:00Z");
  private static final Instant SEVEN = Instant.parse("2026-11-02T07:00:00Z");

  private static final Preferences ALL_OFF =
      new Preferences(
          1,
          null,
          ZoneOffset.UTC,
          Amounts.NOWHERE,
          Map.of(),
          new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0)));

  @Test
  void switchOffWhatCanBeAndNothingElse() {
    assertThat(ALL_OFF.channelsFor(Category.PAYMENTS)).isEmpty();
    assertThat(ALL_OFF.channelsFor(Category.SECURITY)).containsExactlyInAnyOrder(Channel.values());
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Preferences(
                    1,
                    null,
                    ZoneOffset.UTC,
                    Amounts.NOWHERE,
                    Map.of(Category.SECURITY, Set.of()),
                    null));
  }

  @Test
  void holdBackWhatCanWaitAndNothingElse() {
    assertThat(ALL_OFF.dueAt(Category.PAYMENTS, Channel.EMAIL, MIDNIGHT)).isEqualTo(SEVEN);
    assertThat(ALL_OFF.dueAt(Category.PAYMENTS, Channel.IN_APP, MIDNIGHT)).isEqualTo(MIDNIGHT);
    assertThat(ALL_OFF.dueAt(Category.SECURITY, Channel.SMS, MIDNIGHT)).isEqualTo(MIDNIGHT);
  }

  @Test
  void tellAmountsOnlyWhereTheyMayStand() {
    var facts =
        Facts.ofPayment(UUID.randomUUID(), UUID.randomUUID(), Money.of(12_50, "EUR"))
            .withAccountNumber("CO8300000000000042");
    var initial = Preferences.initial(ZoneOffset.UTC);

    assertThat(ALL_OFF.told(facts, Channel.IN_APP).amount()).isNull();
    assertThat(initial.told(facts, Channel.EMAIL).amount()).isNull();
    assertThat(initial.told(facts, Channel.IN_APP)).isEqualTo(facts);
    assertThat(facts.accountEnding()).isEqualTo("0042");
  }
}

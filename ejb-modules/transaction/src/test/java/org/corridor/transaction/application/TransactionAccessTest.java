package org.corridor.transaction.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.corridor.contracts.account.AccountSummary;
import org.corridor.kernel.Caller;
import org.corridor.kernel.Money;
import org.corridor.transaction.application.TransactionAccess.Verdict;
import org.corridor.transaction.domain.Change;
import org.corridor.transaction.domain.Kind;
import org.corridor.transaction.domain.Making;
import org.corridor.transaction.domain.Movement;
import org.corridor.transaction.domain.OfficeHours;
import org.corridor.transaction.domain.Side;
import org.corridor.transaction.domain.Transaction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The rules as tables. The transaction is one of 100.00 EUR that the user "maker" made, from Anna's
 * account at BER to Ben's at MUC.
 */
class TransactionAccessTest {

  private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
  private static final UUID ANNA = UUID.randomUUID();
  private static final UUID BEN = UUID.randomUUID();
  private static final Currency EUR = Currency.getInstance("EUR");

  @ParameterizedTest(name = "{0} sees it: created {1}, paid {2}")
  @CsvSource({
    "anna,    true,  true",
    "ben,     false, true",
    "carl,    false, false",
    "ber,     true,  true",
    "muc,     true,  true",
    "ham,     false, false",
    "central, true,  true",
    "maker,   true,  true",
  })
  void seeing(String who, boolean created, boolean paid) {
    assertThat(TransactionAccess.sees(caller(who), created())).isEqualTo(created);
    assertThat(TransactionAccess.sees(caller(who), paid())).isEqualTo(paid);
  }

  @ParameterizedTest(name = "{0}: decide {1}, reverse {2}")
  @CsvSource({
    "anna,    NOT_FOR_CUSTOMERS, NOT_FOR_CUSTOMERS",
    "ben,     NOT_FOR_CUSTOMERS, NOT_FOR_CUSTOMERS",
    "carl,    HIDDEN,            HIDDEN",
    "ber,     ALLOWED,           ALLOWED",
    "muc,     OTHER_BRANCH,      OTHER_BRANCH",
    "ham,     HIDDEN,            HIDDEN",
    "central, ALLOWED,           ALLOWED",
    "maker,   OWN_TRANSACTION,   ALLOWED",
    "junior,  ABOVE_OWN_LIMIT,   ALLOWED",
    "senior,  ALLOWED,           ALLOWED",
    "dollars, ABOVE_OWN_LIMIT,   ALLOWED",
  })
  void decidingAndReversing(String who, Verdict decide, Verdict reverse) {
    assertThat(TransactionAccess.mayDecide(caller(who), paid())).isEqualTo(decide);
    assertThat(TransactionAccess.mayReverse(caller(who), paid())).isEqualTo(reverse);
  }

  @ParameterizedTest(name = "{0}, account {1}: spend {2}, cash {3}")
  @CsvSource({
    "anna,    annas,    true,  false",
    "anna,    bens,     false, false",
    "anna,    internal, false, false",
    "ber,     annas,    true,  true",
    "ber,     bens,     false, false",
    "ber,     internal, false, false",
    "muc,     bens,     true,  true",
    "central, annas,    true,  true",
    "central, bens,     true,  true",
    "central, internal, false, false",
  })
  void usingAccounts(String who, String account, boolean spend, boolean cash) {
    assertThat(TransactionAccess.maySpend(caller(who), account(account))).isEqualTo(spend);
    assertThat(TransactionAccess.mayHandleCash(caller(who), account(account))).isEqualTo(cash);
  }

  @ParameterizedTest(name = "{0} at the till of {1}: at noon {2}, at night {3}")
  @CsvSource(
      nullValues = "-",
      value = {
        "anna,    BER, CASH_IS_FOR_STAFF, CASH_IS_FOR_STAFF",
        "anna,    -,   CASH_IS_FOR_STAFF, CASH_IS_FOR_STAFF",
        "ber,     BER, ALLOWED,           OUT_OF_HOURS",
        "ber,     MUC, OTHER_TILL,        OTHER_TILL",
        "central, BER, ALLOWED,           OUT_OF_HOURS",
        "central, -,   ALLOWED,           OUT_OF_HOURS",
      })
  void usingTills(String who, String branch, Verdict atNoon, Verdict atNight) {
    var hours = new CashHours(OfficeHours.parse("MON-FRI 08:30-17:00", ZoneOffset.UTC));
    var night = NOON.plus(Duration.ofHours(12));

    assertThat(TransactionAccess.mayUseTill(caller(who), branch, hours, NOON)).isEqualTo(atNoon);
    assertThat(TransactionAccess.mayUseTill(caller(who), branch, hours, night)).isEqualTo(atNight);
    assertThat(TransactionAccess.mayUseTill(caller(who), branch, CashHours.always(), night))
        .isEqualTo(atNoon);
  }

  private static Caller caller(String who) {
    return switch (who) {
      case "anna" -> new Caller(who, Set.of(), null, ANNA, Map.of());
      case "ben" -> new Caller(who, Set.of(), null, BEN, Map.of());
      case "carl" -> new Caller(who, Set.of(), null, UUID.randomUUID(), Map.of());
      case "central" -> new Caller(who, Set.of(), null, null, Map.of());
      case "muc" -> new Caller(who, Set.of(), "MUC", null, Map.of());
      case "ham" -> new Caller(who, Set.of(), "HAM", null, Map.of());
      case "junior" -> new Caller(who, Set.of(), "BER", null, Map.of(EUR, 99_99L));
      case "senior" -> new Caller(who, Set.of(), "BER", null, Map.of(EUR, 100_00L));
      case "dollars" ->
          new Caller(who, Set.of(), "BER", null, Map.of(Currency.getInstance("USD"), 1_000_00L));
      default -> new Caller(who, Set.of(), "BER", null, Map.of());
    };
  }

  private static AccountSummary account(String which) {
    var owner =
        switch (which) {
          case "annas" -> ANNA;
          case "bens" -> BEN;
          default -> null;
        };
    var branch = which.equals("bens") ? "MUC" : "BER";
    return new AccountSummary(UUID.randomUUID(), which, owner, branch, "EUR");
  }

  private static Transaction created() {
    var movement =
        new Movement(
            Kind.TRANSFER,
            new Side(UUID.randomUUID(), ANNA, "BER"),
            new Side(UUID.randomUUID(), BEN, "MUC"),
            Money.of(100_00, "EUR"),
            null,
            null);
    var making = new Making("maker", NOON, "c");
    return Transaction.create(UUID.randomUUID(), movement, making, Optional.empty()).after();
  }

  private static Transaction paid() {
    return ((Change) created().posted(NOON, "maker", NOON)).after();
  }
}

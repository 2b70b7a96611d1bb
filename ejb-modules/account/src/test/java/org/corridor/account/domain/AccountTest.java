package org.corridor.account.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Currency;
import java.util.UUID;
import org.corridor.account.domain.AccountOutcome.Changed;
import org.corridor.account.domain.AccountOutcome.WrongAccountStatus;
import org.corridor.account.domain.ledger.LedgerAccount;
import org.corridor.kernel.Money;
import org.junit.jupiter.api.Test;

class AccountTest {

  private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
  private static final Currency EUR = Currency.getInstance("EUR");
  private static final Product CURRENT_EUR =
      Product.create(
          UUID.randomUUID(),
          new Product.Draft(
              "CURRENT-EUR",
              "Current account",
              ProductKind.CURRENT,
              Money.of(500_00, "EUR"),
              null,
              null),
          NOON);

  private final Account account =
      Account.open(
              UUID.randomUUID(),
              AccountNumber.ofSerial(1),
              UUID.randomUUID(),
              "BER",
              CURRENT_EUR,
              NOON)
          .account();

  private static Account after(AccountOutcome outcome) {
    return ((Changed) outcome).account();
  }

  private LedgerAccount money(long booked, long held) {
    return new LedgerAccount(account.id(), EUR, booked, held, 0L, null, true, true, 0, null);
  }

  @Test
  void isActiveWhenItIsOpened() {
    assertThat(account.status()).isEqualTo(AccountStatus.ACTIVE);
    assertThat(account.currency()).isEqualTo(EUR);
    assertThat(account.version()).isEqualTo(1);
  }

  @Test
  void isFrozenAndUnfrozen() {
    var frozen = after(account.freeze(FreezeReason.COMPLIANCE));

    assertThat(frozen.status()).isEqualTo(AccountStatus.FROZEN);
    assertThat(frozen.version()).isEqualTo(2);
    assertThat(frozen.freeze(FreezeReason.COMPLIANCE))
        .isEqualTo(new WrongAccountStatus(AccountStatus.FROZEN));
    assertThat(after(frozen.unfreeze()).status()).isEqualTo(AccountStatus.ACTIVE);
    assertThat(account.unfreeze()).isEqualTo(new WrongAccountStatus(AccountStatus.ACTIVE));
  }

  @Test
  void isClosedAtZeroWithoutHoldsAndForGood() {
    assertThat(account.close(money(1, 0), false, NOON))
        .isEqualTo(new AccountOutcome.AccountNotEmpty());
    assertThat(account.close(money(-1, 0), false, NOON))
        .isEqualTo(new AccountOutcome.AccountNotEmpty());
    assertThat(account.close(money(0, 1), false, NOON))
        .isEqualTo(new AccountOutcome.AccountHasHolds());

    assertThat(account.close(money(0, 0), true, NOON))
        .isEqualTo(new AccountOutcome.AccountHasInterest());

    var closed = after(account.close(money(0, 0), false, NOON));

    assertThat(closed.status()).isEqualTo(AccountStatus.CLOSED);
    assertThat(closed.closedAt()).isEqualTo(NOON);
    var wrong = new WrongAccountStatus(AccountStatus.CLOSED);
    assertThat(closed.freeze(FreezeReason.COMPLIANCE)).isEqualTo(wrong);
    assertThat(closed.unfreeze()).isEqualTo(wrong);
    assertThat(closed.close(money(0, 0), false, NOON)).isEqualTo(wrong);
  }

  @Test
  void becomesDormantInSilenceAndIsReactivated() {
    assertThat(account.becomeDormant(money(5, 1))).isEqualTo(new AccountOutcome.AccountHasHolds());
    assertThat(account.reactivate()).isEqualTo(new WrongAccountStatus(AccountStatus.ACTIVE));

    var dormant = after(account.becomeDormant(money(5, 0)));

    assertThat(dormant.status()).isEqualTo(AccountStatus.DORMANT);
    assertThat(dormant.becomeDormant(money(5, 0)))
        .isEqualTo(new WrongAccountStatus(AccountStatus.DORMANT));
    assertThat(after(dormant.freeze(FreezeReason.COMPLIANCE)).status())
        .isEqualTo(AccountStatus.FROZEN);
    assertThat(after(dormant.reactivate()).status()).isEqualTo(AccountStatus.ACTIVE);
  }

  @Test
  void allowsWhatItsStatusAllows() {
    for (var status : AccountStatus.values()) {
      assertThat(status.allowsDebits()).isEqualTo(status == AccountStatus.ACTIVE);
      assertThat(status.allowsCredits())
          .isEqualTo(status == AccountStatus.ACTIVE || status == AccountStatus.DORMANT);
    }
  }

  @Test
  void hasANumberWhoseCheckDigitsNoticeASlip() {
    var number = AccountNumber.ofSerial(12_345).value();

    assertThat(number).matches("CO[0-9]{2}00000000012345");
    assertThat(AccountNumber.isValid(number)).isTrue();
    for (var i = 2; i < number.length(); i++) {
      var digit = number.charAt(i) == '9' ? '0' : (char) (number.charAt(i) + 1);
      assertThat(AccountNumber.isValid(number.substring(0, i) + digit + number.substring(i + 1)))
          .as("a slip at " + i)
          .isFalse();
    }
    assertThat(AccountNumber.isValid(number.replace("12345", "13245"))).isFalse();
    assertThat(AccountNumber.isValid("CASH-BER-EUR")).isFalse();
    assertThatThrownBy(() -> AccountNumber.ofSerial(0)).isInstanceOf(RuntimeException.class);
  }

  @Test
  void ofTheOrganisationSaysWhatItIsFor() {
    var cash = new InternalNumber("CASH", "BER", EUR);

    assertThat(cash.value()).isEqualTo("CASH-BER-EUR");
    assertThat(new InternalNumber("FEES", null, EUR).value()).isEqualTo("FEES-EUR");
    assertThat(Account.openInternal(UUID.randomUUID(), cash, NOON).account().isInternal()).isTrue();
    assertThatThrownBy(() -> new InternalNumber("cash", null, EUR))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

package org.corridor.transaction.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.corridor.kernel.Money;
import org.junit.jupiter.api.Test;

class MovementTest {

  private static final Side CLIENT = new Side(UUID.randomUUID(), UUID.randomUUID(), "BER");
  private static final Side TILL = new Side(UUID.randomUUID(), null, "BER");

  @Test
  void movesMoreThanNothingBetweenTwoAccounts() {
    assertThatThrownBy(() -> deposit(CLIENT, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> deposit(CLIENT, -1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> deposit(TILL, 1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void isAnsweredForByTheClientsSideAlsoWhenItIsUndone() {
    var deposit = deposit(CLIENT, 1);
    var other = new Side(UUID.randomUUID(), UUID.randomUUID(), "MUC");
    var transfer = new Movement(Kind.TRANSFER, CLIENT, other, Money.of(1, "EUR"), null, null);

    assertThat(deposit.clientSide()).isEqualTo(CLIENT);
    assertThat(deposit.mirrored(UUID.randomUUID(), null).clientSide()).isEqualTo(CLIENT);
    assertThat(transfer.clientSide()).isEqualTo(CLIENT);
    assertThat(transfer.mirrored(UUID.randomUUID(), null).clientSide()).isEqualTo(CLIENT);
  }

  @Test
  void saysWhatItIsForInOneBoundedLine() {
    assertThat(Movement.isReference(null)).isTrue();
    assertThat(Movement.isReference("Miete für März – №7 🏠")).isTrue();
    assertThat(Movement.isReference("x".repeat(140))).isTrue();
    assertThat(Movement.isReference("x".repeat(141))).isFalse();
    assertThat(Movement.isReference("")).isFalse();
    assertThat(Movement.isReference("two\nlines")).isFalse();
    assertThat(Movement.isReference("nul\0")).isFalse();
    assertThat(Movement.isReference("right-to-left \u202e")).isFalse();
    assertThat(Movement.isReference("\u2028")).isFalse();
    assertThat(Movement.isReference("\ud800")).isFalse();
  }

  private static Movement deposit(Side destination, long cents) {
    return new Movement(Kind.DEPOSIT, TILL, destination, Money.of(cents, "EUR"), null, null);
  }
}

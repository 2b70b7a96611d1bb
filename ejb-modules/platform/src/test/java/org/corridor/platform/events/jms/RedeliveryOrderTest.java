package org.corridor.platform.events.jms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RedeliveryOrderTest {

  private final RedeliveryOrder order = new RedeliveryOrder();

  @Test
  void whileAllAreTakenEachIsNext() {
    assertThat(order.isNext("a")).isTrue();
    order.taken("a");

    assertThat(order.isNext("b")).isTrue();
  }

  @Test
  void whatComesAfterOneThatFailedWaitsForIt() {
    order.failed("a");

    assertThat(order.isNext("b")).isFalse();
    assertThat(order.isNext("c")).isFalse();
    assertThat(order.isNext("a")).isTrue();
    order.taken("a");

    assertThat(order.isNext("c")).isFalse();
    assertThat(order.isNext("b")).isTrue();
    order.taken("b");
    assertThat(order.isNext("d")).isFalse();
    assertThat(order.isNext("c")).isTrue();
    order.taken("c");
    assertThat(order.isNext("d")).isTrue();
  }

  @Test
  void whatFailsAgainKeepsItsPlace() {
    order.failed("a");
    assertThat(order.isNext("b")).isFalse();

    order.failed("a");

    assertThat(order.isNext("b")).isFalse();
    assertThat(order.isNext("a")).isTrue();
  }
}

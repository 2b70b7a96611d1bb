package org.corridor.auth.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AssignmentTest {

  private static final UUID ANNA = UUID.fromString("0192a6b0-0000-7000-8000-000000000001");

  @Test
  void makesATellerOfABranch() {
    assertThat(Assignment.fault(Set.of("TELLER"), "BER", null)).isEmpty();
  }

  @Test
  void makesACustomerOfAClientRecord() {
    assertThat(Assignment.fault(Set.of("CUSTOMER"), "BER", ANNA)).isEmpty();
  }

  @Test
  void refusesACustomerWithoutARecord() {
    assertThat(Assignment.fault(Set.of("CUSTOMER"), null, null)).isPresent();
  }

  @Test
  void refusesStaffWithARecord() {
    assertThat(Assignment.fault(Set.of("TELLER"), "BER", ANNA)).isPresent();
  }

  @Test
  void refusesACustomerWhoIsStaffToo() {
    assertThat(Assignment.fault(Set.of("CUSTOMER", "TELLER"), "BER", ANNA)).isPresent();
  }

  @Test
  void refusesTheRoleOfMachines() {
    assertThat(Assignment.fault(Set.of("SERVICE"), null, null)).isPresent();
  }

  @Test
  void refusesNobodyAndNowhere() {
    assertThat(Assignment.fault(Set.of(), null, null)).isPresent();
    assertThat(Assignment.fault(Set.of("TELLER"), "berlin", null)).isPresent();
    assertThatThrownBy(() -> new Assignment(Set.of(), null, null, Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

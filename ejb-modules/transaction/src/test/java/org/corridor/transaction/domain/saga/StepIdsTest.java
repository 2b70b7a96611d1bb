package org.corridor.transaction.domain.saga;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class StepIdsTest {

  private static final UUID SAGA = UUID.fromString("01a20513-0b7a-7269-8ee3-632a68b19ef5");

  @Test
  void aStepHasOneIdForEver() {
    assertThat(StepIds.of(SAGA, "SUBMIT"))
        .isEqualTo(StepIds.of(SAGA, "SUBMIT"))
        .hasToString("01a20513-0b7a-" + StepIds.of(SAGA, "SUBMIT").toString().substring(14))
        .isNotEqualTo(StepIds.of(SAGA, "BOOK"))
        .isNotEqualTo(StepIds.of(UUID.randomUUID(), "SUBMIT"));
  }

  @Test
  void itIsAUuidOfVersionSeven() {
    var id = StepIds.of(SAGA, "RESERVE_FUNDS");

    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
  }
}

package org.corridor.transaction;

import org.corridor.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  @Test
  void theRulesOfTheHouseHold() {
    ArchitectureRules.check("org.corridor.transaction");
  }
}

package org.corridor.notification;

import org.corridor.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  @Test
  void keepsTheRulesOfTheHouse() {
    ArchitectureRules.check("org.corridor.notification");
  }
}

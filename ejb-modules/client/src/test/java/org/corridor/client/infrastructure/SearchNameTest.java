package org.corridor.client.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SearchNameTest {

  @Test
  void hasNoCaseNoAccentsAndNoDoubledSpace() {
    assertThat(SearchName.of("  MÜLLER   Élodie ")).isEqualTo("muller elodie");
  }
}

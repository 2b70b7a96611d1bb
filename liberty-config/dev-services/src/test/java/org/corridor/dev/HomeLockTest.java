package org.corridor.dev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeLockTest {
  @TempDir Path home;

  @Test
  void letsOneCorridorUseAHomeAtATime() throws IOException {
    var first = HomeLock.take(home);

    assertThatExceptionOfType(DevServicesException.class)
        .isThrownBy(() -> HomeLock.take(home))
        .withMessageContaining(home.toString());

    first.close();
    try (var second = HomeLock.take(home)) {
      assertThat(second).isNotNull();
    }
  }
}

package org.corridor.dev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.condition.OS.WINDOWS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
  @TempDir Path directory;

  @Test
  void areTheSameAfterARestart() {
    String made = Secrets.in(file()).get("redis");

    assertThat(Secrets.in(file()).get("redis")).isEqualTo(made);
  }

  @Test
  void areLongAndDifferentFromEachOther() {
    var secrets = Secrets.in(file());

    assertThat(secrets.get("a")).hasSizeGreaterThanOrEqualTo(32).isNotEqualTo(secrets.get("b"));
  }

  @Test
  void differFromOneInstallationToTheNext() {
    String here = Secrets.in(file()).get("redis");

    assertThat(Secrets.in(directory.resolve("other")).get("redis")).isNotEqualTo(here);
  }

  @Test
  @DisabledOnOs(WINDOWS)
  void canBeReadByTheirOwnerOnly() throws IOException {
    Secrets.in(file()).get("redis");

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
  }

  private Path file() {
    return directory.resolve("data").resolve("secrets.properties");
  }
}

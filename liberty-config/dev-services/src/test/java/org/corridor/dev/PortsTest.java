package org.corridor.dev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {
  @Test
  void areTheUsualOnesUnlessASettingSaysOtherwise() {
    var settings = new Properties();
    settings.setProperty("corridor.https.port", "20001");

    var ports = Ports.from(settings);

    assertThat(ports.https()).isEqualTo(20001);
    assertThat(ports.postgres()).isEqualTo(15432);
    assertThat(ports.redis()).isEqualTo(16379);
  }

  @ParameterizedTest
  @ValueSource(strings = {"80", "32768", "70000", "-1", "https", "9443a"})
  void refuseWhatNoServerMayListenOn(String port) {
    var settings = new Properties();
    settings.setProperty("corridor.redis.port", port);

    assertThatExceptionOfType(DevServicesException.class)
        .isThrownBy(() -> Ports.from(settings))
        .withMessageContaining("corridor.redis.port")
        .withMessageContaining(port);
  }

  @Test
  void nameThePortThatIsTakenAndTheSettingThatMovesIt() throws IOException {
    var ports = FreePorts.take();
    try (var squatter = new ServerSocket()) {
      squatter.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), ports.postgres()));

      assertThatExceptionOfType(DevServicesException.class)
          .isThrownBy(() -> ports.requireFree(Ports.HTTPS, Ports.POSTGRES))
          .withMessageContaining("Port " + ports.postgres() + " is taken")
          .withMessageContaining("-Dcorridor.postgres.port=");
    }
  }

  @Test
  void seeAServerOnAllInterfacesToo() throws IOException {
    var ports = FreePorts.take();
    try (var squatter = new ServerSocket(ports.service(Context.ACCOUNT))) {
      assertThat(squatter.isBound()).isTrue();

      assertThatExceptionOfType(DevServicesException.class)
          .isThrownBy(() -> ports.requireFree(Ports.SERVICES))
          .withMessageContaining("-Dcorridor.services.port=");
    }
  }
}

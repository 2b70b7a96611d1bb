package org.corridor.account.infrastructure.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.corridor.contracts.client.ClientSummary;
import org.junit.jupiter.api.Test;

class RestClientsTest {

  private static final String ID = "0192f0c1-0000-7000-8000-000000000001";

  @Test
  void readsWhatIsNeededAndLeavesTheRest() {
    var summary =
        RestClients.summary(
            "{\"id\":\""
                + ID
                + "\",\"status\":\"ACTIVE\",\"branch\":\"BER\",\"kycLevel\":\"BASIC\",\"new\":1}");

    assertThat(summary).isEqualTo(new ClientSummary(UUID.fromString(ID), "ACTIVE", "BER", "BASIC"));
  }

  @Test
  void refusesAnAnswerThatIsNoClient() {
    assertThatThrownBy(() -> RestClients.summary("{\"id\":\"" + ID + "\"}"))
        .hasMessageContaining("status");
    assertThatThrownBy(() -> RestClients.summary("<html>"))
        .isInstanceOf(IllegalStateException.class);
  }
}

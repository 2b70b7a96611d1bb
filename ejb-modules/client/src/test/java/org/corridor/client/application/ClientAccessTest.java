package org.corridor.client.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.corridor.client.domain.ClientBuilder.aProspect;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.corridor.kernel.Caller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAccessTest {

  private static final UUID ANNA = UUID.fromString("01a20513-0b7a-7269-8ee3-632a68b19ef5");
  private static final UUID BEN = UUID.fromString("01a20513-0b7a-7269-8ee3-632a68b19ef6");

  @ParameterizedTest(name = "{0} reaches Anna of BER: {1}; registers at BER: {2}; sees why: {3}")
  @CsvSource({
    "headquarters,      true,  true,  true",
    "staff of BER,      true,  true,  true",
    "staff of MUC,      false, false, true",
    "Anna,              true,  false, false",
    "Ben,               false, false, false",
    "Ben bound to BER,  false, false, false",
  })
  void theTable(String who, boolean reaches, boolean registers, boolean seesReasons) {
    var anna = aProspect().withId(ANNA).at("BER").build();

    assertThat(ClientAccess.reaches(caller(who), anna)).isEqualTo(reaches);
    assertThat(ClientAccess.mayRegisterAt(caller(who), "BER")).isEqualTo(registers);
    assertThat(ClientAccess.seesReasons(caller(who))).isEqualTo(seesReasons);
  }

  @Test
  void aListIsNarrowedToWhatTheCallerReaches() {
    var all = new ClientFilter(null, null, null, "m");

    assertThat(ClientAccess.narrow(caller("headquarters"), all)).contains(all);
    assertThat(ClientAccess.narrow(caller("staff of MUC"), all))
        .contains(new ClientFilter(null, null, "MUC", "m"));
    assertThat(ClientAccess.narrow(caller("Anna"), all))
        .contains(new ClientFilter(ANNA, null, null, "m"));
  }

  @Test
  void nothingIsLeftOfAListOfAnotherBranch() {
    var munich = new ClientFilter(null, null, "MUC", null);

    assertThat(ClientAccess.narrow(caller("staff of BER"), munich)).isEmpty();
    assertThat(ClientAccess.narrow(caller("staff of MUC"), munich)).contains(munich);
    assertThat(ClientAccess.narrow(caller("headquarters"), munich)).contains(munich);
  }

  private static Caller caller(String who) {
    return switch (who) {
      case "headquarters" -> caller(null, null);
      case "staff of BER" -> caller("BER", null);
      case "staff of MUC" -> caller("MUC", null);
      case "Anna" -> caller(null, ANNA);
      case "Ben" -> caller(null, BEN);
      case "Ben bound to BER" -> caller("BER", BEN);
      default -> throw new IllegalArgumentException(who);
    };
  }

  private static Caller caller(String branch, UUID client) {
    return new Caller("somebody", Set.of(), branch, client, Map.of());
  }
}

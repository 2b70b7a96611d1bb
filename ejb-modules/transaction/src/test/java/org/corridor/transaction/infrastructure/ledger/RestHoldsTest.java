package org.corridor.transaction.infrastructure.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.corridor.contracts.account.HoldAnswer;
import org.corridor.platform.json.Json;
import org.corridor.transaction.infrastructure.ledger.AccountCalls.AccountCallFailed;
import org.corridor.transaction.infrastructure.ledger.AccountCalls.Reply;
import org.junit.jupiter.api.Test;

/** How the account context's answers about holds are read. */
class RestHoldsTest {

  private static final UUID HOLD = UUID.randomUUID();

  @Test
  void tellsHowAHoldStands() {
    assertThat(answer(201, "{\"status\":\"ACTIVE\",\"more\":1}"))
        .isEqualTo(HoldAnswer.standing(HOLD, "ACTIVE"));
    assertThat(answer(200, "{\"status\":\"RELEASED\"}"))
        .isEqualTo(HoldAnswer.standing(HOLD, "RELEASED"));
  }

  @Test
  void tellsWhyItWasRefused() {
    var body = "{\"code\":\"insufficient-funds\",\"detail\":\"Too little.\"}";

    assertThat(answer(422, body))
        .isEqualTo(HoldAnswer.refused(HOLD, "insufficient-funds", "Too little."));
    assertThat(answer(404, "{\"code\":\"not-found\",\"detail\":\"None.\"}").isRefused()).isTrue();
  }

  @Test
  void assumesNothingOfWhatItDoesNotUnderstand() {
    assertThatThrownBy(() -> answer(200, "{}")).isInstanceOf(AccountCallFailed.class);
    assertThatThrownBy(() -> answer(422, "null")).isInstanceOf(AccountCallFailed.class);
  }

  private static HoldAnswer answer(int status, String body) {
    return RestHolds.answer(HOLD, new Reply(status, Json.read(body, JsonNode.class)));
  }
}

package org.corridor.auth.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.corridor.auth.domain.Assignment;
import org.corridor.auth.domain.User;
import org.corridor.auth.domain.UserStatus;
import org.corridor.kernel.Money;
import org.corridor.platform.json.Json;
import org.junit.jupiter.api.Test;

class UserChangeTest {

  private static final User TELLER =
      User.created(
          UUID.fromString("01936d5c-0000-7000-8000-000000000001"),
          new User.Profile("teller", "Tina Teller"),
          new Assignment(
              Set.of("TELLER"), "BER", null, Map.of(Currency.getInstance("EUR"), 500_000L)),
          "$argon2id$",
          Instant.EPOCH);

  @Test
  void changesOnlyWhatItNames() throws JsonProcessingException {
    var change = merged("{\"branch\":\"MUC\"}");

    assertThat(change)
        .isEqualTo(
            new UserChange(
                "Tina Teller",
                null,
                List.of("TELLER"),
                "MUC",
                null,
                List.of(Money.of(500_000, "EUR")),
                UserStatus.ACTIVE));
  }

  @Test
  void takesAnAddressThatIsOneAndNoOther() throws JsonProcessingException {
    assertThat(merged("{\"email\":\"tina@example.com\"}").email()).isEqualTo("tina@example.com");
    for (var address :
        List.of("tina", "@example.com", "a@b", "a b@example.com", "a@example.com\n")) {
      assertThat(User.Profile.isEmail(address)).as(address).isFalse();
    }
  }

  @Test
  void takesAwayWhatIsNull() throws JsonProcessingException {
    var change = merged("{\"branch\":null,\"amountLimits\":null}");

    assertThat(change.branch()).isNull();
    assertThat(change.amountLimits()).isNull();
  }

  @Test
  void refusesUnknownMembersAndOtherForms() {
    for (var json :
        List.of("{\"username\":\"x\"}", "{\"roles\":\"TELLER\"}", "{\"status\":\"DEAD\"}")) {
      assertThatThrownBy(() -> merged(json)).isInstanceOf(JsonProcessingException.class);
    }
  }

  private static UserChange merged(String json) throws JsonProcessingException {
    return UserChange.merged(TELLER, (ObjectNode) Json.mapper().readTree(json));
  }
}

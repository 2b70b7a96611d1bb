package org.corridor.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignSettingsTest {

  private static final Map<String, String> LEAST =
      Map.of("issuer", "https://idp.test", "permissions-claim", "scope");

  @Test
  void withoutMoreTheyAreThoseOfTheStandard() {
    var settings = with("audience", " ");

    assertThat(settings.algorithms()).containsExactly(JWSAlgorithm.RS256);
    assertThat(settings.types()).containsExactly(new JOSEObjectType("at+jwt"));
    assertThat(settings.jwksUri()).isNull();
    assertThat(settings.audience()).isNull();
    assertThat(settings.conditions()).isEmpty();
    assertThat(settings.clientClaim().text()).isEqualTo("client_id");
    assertThat(settings.roles()).isEmpty();
  }

  @Test
  void rolesHavePermissions() {
    assertThat(with("roles", "a=accounts:read, ledger:read; b = kyc:approve ;c=;").roles())
        .isEqualTo(
            Map.of(
                "a", List.of("accounts:read", "ledger:read"),
                "b", List.of("kyc:approve"),
                "c", List.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "issuer | http://idp.test",
        "issuer | idp.test",
        "issuer | ftp://idp.test",
        "issuer | https:idp",
        "issuer | http://localhost.evil.test",
        "jwks-uri | http://idp.test/keys",
        "jwks-uri | not an address",
        "algorithms | none",
        "algorithms | ,",
        "types | ,",
        "machine | =client",
        "algorithms | RS256 HS256",
        "algorithms | dir",
        "roles | teller",
        "roles | =accounts:read",
        "roles | teller=everything",
        "roles | teller=a:b; teller=c:d",
        "acr-values | gold=a b",
        "conditions | =Bearer",
      })
  void sayWhichOfThemIsWrong(String key, String value) {
    assertThatThrownBy(() -> with(key, value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("corridor.token.idp." + key);
  }

  @ParameterizedTest
  @ValueSource(strings = {"issuer", "permissions-claim"})
  void sayWhichOfThemIsMissing(String key) {
    assertThatThrownBy(() -> with(key, ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("corridor.token.idp." + key);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Keycloak", "key-cloak", "key.cloak", "9"})
  void takeNoNameThatAnEnvironmentVariableCouldNotHave(String name) {
    assertThatThrownBy(() -> ForeignSettings.from(name, key -> Optional.of("x")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no name");
  }

  private static ForeignSettings with(String key, String value) {
    var values = new HashMap<>(LEAST);
    values.put(key, value);
    return ForeignSettings.from(
        "idp", name -> Optional.ofNullable(values.get(name.replace("corridor.token.idp.", ""))));
  }
}

package org.corridor.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class ForeignSettingsFuzzTest {

  private static final List<String> READ =
      List.of(
          "issuer",
          "jwks-uri",
          "algorithms",
          "types",
          "conditions",
          "machine",
          "permissions-claim",
          "roles",
          "acr-values");

  /** Settings are as they should be, or the start stops with the name of the one that is not. */
  @FuzzTest
  void readsSettings(FuzzedDataProvider data) {
    var values =
        new HashMap<>(Map.of("issuer", "https://idp.test", "permissions-claim", "permissions"));
    values.put(data.pickValue(READ), data.consumeRemainingAsString());
    try {
      var settings =
          ForeignSettings.from(
              "idp",
              key -> Optional.ofNullable(values.get(key.replace("corridor.token.idp.", ""))));

      assertThat(settings.algorithms()).isNotEmpty().allMatch(a -> !a.getName().startsWith("HS"));
      assertThat(settings.types()).isNotEmpty();
      assertThat(settings.roles().values())
          .allMatch(words -> words.stream().allMatch(ForeignSettings::isPermission));
      assertThat(settings.acrValues().values()).allMatch(words -> words.size() == 1);
    } catch (IllegalArgumentException refused) {
      assertThat(refused).hasMessageContaining("corridor.token.idp.");
    }
  }
}

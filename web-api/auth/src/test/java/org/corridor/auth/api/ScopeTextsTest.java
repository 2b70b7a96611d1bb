package org.corridor.auth.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.corridor.auth.api.pages.Page;
import org.corridor.auth.api.pages.Texts;
import org.corridor.auth.domain.ApiClient;
import org.corridor.auth.domain.Permissions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScopeTextsTest {

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void sayWhatEachScopeIsFor(String language) {
    var scopes = new HashSet<>(Permissions.all());
    scopes.addAll(ApiClient.IDENTITY);

    var page =
        Page.of(Texts.in(List.of(Locale.forLanguageTag(language))), "consent.title")
            .list(ScopeTexts.keys(scopes))
            .toResponse(200)
            .build();

    var html = new String((byte[]) page.getEntity(), StandardCharsets.UTF_8);
    assertThat(html.split("<li>", -1)).hasSize(scopes.size() + 1);
  }
}

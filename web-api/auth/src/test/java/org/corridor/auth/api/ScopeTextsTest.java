package org.corridor.auth.api;

import static org.assertj.core.api.Assertions.assertThatCode;

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

    var texts = Texts.in(List.of(Locale.forLanguageTag(language)));

    assertThatCode(() -> Page.of(texts, "consent.title").list(ScopeTexts.keys(scopes)))
        .doesNotThrowAnyException();
  }
}

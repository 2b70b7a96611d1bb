package org.corridor.auth.api;

import java.util.Collection;
import java.util.List;
import org.corridor.auth.domain.ApiClient;

/** What scopes are called on pages. */
final class ScopeTexts {

  private ScopeTexts() {}

  /** The keys of the texts for each scope: a permission has one for its resource and its action. */
  static List<List<String>> keys(Collection<String> scopes) {
    return scopes.stream().sorted().map(ScopeTexts::keys).toList();
  }

  private static List<String> keys(String scope) {
    if (ApiClient.IDENTITY.contains(scope)) {
      return List.of("scope." + scope);
    }
    var parts = scope.split(":", 2);
    return List.of("scope.of." + parts[0], "scope.to." + parts[1]);
  }
}

package org.corridor.auth.api;

import java.time.Instant;
import java.util.List;
import org.corridor.auth.domain.Consent;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What one lets a program have. */
@Schema(name = "Consent")
public record ConsentView(
    @Schema(example = "client-budget") String clientId,
    @Schema(example = "[\"accounts:read\", \"openid\"]") List<String> scopes,
    Instant givenAt) {

  static ConsentView of(Consent consent) {
    return new ConsentView(
        consent.apiClientId(), consent.scopes().stream().sorted().toList(), consent.givenAt());
  }

  /** All of a person: they are few. */
  @Schema(name = "ConsentPage")
  public record ConsentPage(List<ConsentView> items) {}
}

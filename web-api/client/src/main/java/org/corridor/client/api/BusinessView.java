package org.corridor.client.api;

import jakarta.validation.constraints.NotNull;
import org.corridor.client.domain.Party;
import org.corridor.client.domain.Texts;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A business. */
@Schema(name = "Business")
public record BusinessView(
    @NotNull(message = "is required") @Name @Schema(example = "Kaffee GmbH") String legalName,
    @NotNull(message = "is required")
        @Line(max = Texts.MAX_REGISTRATION)
        @Schema(example = "HRB 12345 B")
        String registrationNumber,
    @NotNull(message = "is required") @CountryCode @Schema(example = "DE") String country) {

  static BusinessView of(Party.Business business) {
    return new BusinessView(
        business.legalName(), business.registrationNumber(), business.country());
  }

  Party toParty() {
    return new Party.Business(legalName, registrationNumber, country);
  }
}

package org.corridor.client.api;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.corridor.client.domain.Party;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A human being. */
@Schema(name = "Individual")
public record IndividualView(
    @NotNull(message = "is required") @Name @Schema(example = "Anna") String givenName,
    @NotNull(message = "is required") @Name @Schema(example = "Müller") String familyName,
    @NotNull(message = "is required") @BirthDate @Schema(example = "1990-04-01")
        LocalDate birthDate,
    @NotNull(message = "is required") @CountryCode @Schema(example = "DE") String nationality) {

  static IndividualView of(Party.Individual individual) {
    return new IndividualView(
        individual.givenName(),
        individual.familyName(),
        individual.birthDate(),
        individual.nationality());
  }

  Party toParty() {
    return new Party.Individual(givenName, familyName, birthDate, nationality);
  }
}

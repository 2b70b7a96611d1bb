package org.corridor.client.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.corridor.client.domain.Profile;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Asks to register a client. */
@OneParty
@Schema(
    name = "Registration",
    requiredProperties = {"branch", "addresses", "preferredLanguage"})
public record Registration(
    @NotNull(message = "is required") @BranchCode @Schema(example = "BER") String branch,
    @Valid IndividualView individual,
    @Valid BusinessView business,
    @NotNull(message = "is required")
        @Size(min = 1, max = Profile.MAX_ENTRIES, message = "must have {min} to {max} entries")
        List<@NotNull(message = "must not be null") @Valid AddressView> addresses,
    @Size(max = Profile.MAX_ENTRIES, message = "must have at most {max} entries")
        List<@NotNull(message = "must not be null") @Valid ContactPointView> contactPoints,
    @NotNull(message = "is required") @LanguageCode @Schema(example = "de")
        String preferredLanguage)
    implements ProfileForm {}

package org.corridor.client.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.corridor.client.domain.Profile;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The whole profile that a client shall have from now on. */
@OneParty
@Schema(
    name = "ProfileUpdate",
    requiredProperties = {"addresses", "preferredLanguage"})
public record ProfileUpdate(
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

package org.corridor.account.api;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An account of a client to be. */
@Schema(name = "AccountForm")
public record AccountForm(
    @Schema(description = "Must be ACTIVE.") @NotNull(message = "is required") UUID clientId,
    @Schema(description = "The code of the product.", example = "CURRENT-EUR")
        @NotNull(message = "is required")
        @Size(max = 40, message = "must be the code of a product")
        String product) {}

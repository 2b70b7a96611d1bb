package org.corridor.account.api;

import jakarta.validation.constraints.NotNull;
import org.corridor.account.domain.FreezeReason;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why an account is to be frozen. */
@Schema(name = "FreezeForm")
public record FreezeForm(
    @NotNull(message = "is required")
        @Schema(
            type = SchemaType.STRING,
            enumeration = {"CLIENT_REQUEST", "COMPLIANCE", "COURT_ORDER", "SUSPECTED_FRAUD"})
        FreezeReason reason) {}

package org.corridor.client.api;

import jakarta.validation.constraints.NotNull;
import org.corridor.client.domain.KycLevel;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The level at which a client is known. */
public record KycApproval(
    @NotNull(message = "is required")
        @Schema(
            type = SchemaType.STRING,
            enumeration = {"BASIC", "VERIFIED", "ENHANCED"})
        KycLevel level) {}

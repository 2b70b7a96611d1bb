package org.corridor.client.api;

import jakarta.validation.constraints.NotNull;
import org.corridor.client.domain.ClosureReason;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a client is closed. */
public record Closure(
    @NotNull(message = "is required")
        @Schema(
            type = SchemaType.STRING,
            enumeration = {"REQUESTED_BY_CLIENT", "DECEASED", "DISSOLVED", "FRAUD", "OTHER"})
        ClosureReason reason) {}

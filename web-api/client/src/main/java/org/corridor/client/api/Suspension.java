package org.corridor.client.api;

import jakarta.validation.constraints.NotNull;
import org.corridor.client.domain.SuspensionReason;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a client is suspended. */
public record Suspension(
    @NotNull(message = "is required")
        @Schema(
            type = SchemaType.STRING,
            enumeration = {
              "REQUESTED_BY_CLIENT",
              "SUSPECTED_FRAUD",
              "LEGAL_ORDER",
              "KYC_EXPIRED",
              "OTHER"
            })
        SuspensionReason reason) {}

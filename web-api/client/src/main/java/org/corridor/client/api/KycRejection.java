package org.corridor.client.api;

import jakarta.validation.constraints.NotNull;
import org.corridor.client.domain.RejectionReason;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why the KYC of a client is rejected. */
public record KycRejection(
    @NotNull(message = "is required")
        @Schema(
            type = SchemaType.STRING,
            enumeration = {
              "DOCUMENTS_INSUFFICIENT",
              "IDENTITY_NOT_CONFIRMED",
              "SCREENING_HIT",
              "RISK_TOO_HIGH",
              "OTHER"
            })
        RejectionReason reason) {}

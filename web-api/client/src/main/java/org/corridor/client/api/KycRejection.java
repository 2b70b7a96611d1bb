package org.corridor.client.api;

import jakarta.validation.constraints.NotNull;
import org.corridor.client.domain.RejectionReason;

/** Why the KYC of a client is rejected. */
public record KycRejection(@NotNull(message = "is required") RejectionReason reason) {}

package org.corridor.client.api;

import jakarta.validation.constraints.NotNull;
import org.corridor.client.domain.KycLevel;

/** The level at which a client is known. */
public record KycApproval(@NotNull(message = "is required") KycLevel level) {}

package org.corridor.client.api;

import jakarta.validation.constraints.NotNull;
import org.corridor.client.domain.ClosureReason;

/** Why a client is closed. */
public record Closure(@NotNull(message = "is required") ClosureReason reason) {}

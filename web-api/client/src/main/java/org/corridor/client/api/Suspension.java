package org.corridor.client.api;

import jakarta.validation.constraints.NotNull;
import org.corridor.client.domain.SuspensionReason;

/** Why a client is suspended. */
public record Suspension(@NotNull(message = "is required") SuspensionReason reason) {}

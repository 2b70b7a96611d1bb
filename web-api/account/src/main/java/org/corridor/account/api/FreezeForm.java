package org.corridor.account.api;

import jakarta.validation.constraints.NotNull;
import org.corridor.account.domain.FreezeReason;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why an account is to be frozen. */
@Schema(name = "FreezeForm")
public record FreezeForm(@NotNull(message = "is required") FreezeReason reason) {}

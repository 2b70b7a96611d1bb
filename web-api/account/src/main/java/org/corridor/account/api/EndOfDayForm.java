package org.corridor.account.api;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A day to be ended. */
@Schema(name = "EndOfDayForm")
public record EndOfDayForm(
    @Schema(
            description = "The day, UTC: over, and the next after the last one that has ended.",
            example = "2026-10-31")
        @NotNull(message = "is required")
        LocalDate businessDate) {}

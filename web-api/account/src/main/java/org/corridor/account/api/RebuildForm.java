package org.corridor.account.api;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A rebuild of all balances to be.
 *
 * @param correct null as false
 */
@Schema(name = "RebuildForm")
public record RebuildForm(
    @Schema(description = "True to correct balances that differ; otherwise it only looks.")
        Boolean correct,
    @Schema(description = "Why they are corrected; to be given exactly if they are.")
        @Pattern(
            regexp = "(?!\\s)[^\\p{Cntrl}]{5,200}(?<!\\s)",
            message = "must be 5 to 200 characters, no control characters")
        String reason) {

  @AssertTrue(message = "must be given if balances are corrected, and only then")
  @Schema(hidden = true)
  public boolean isReasonGiven() {
    return Boolean.TRUE.equals(correct) == (reason != null);
  }
}

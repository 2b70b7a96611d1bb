package org.corridor.auth.api;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.corridor.kernel.Money;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A user to be created. */
@Schema(name = "NewUser")
public record NewUser(
    @NotNull(message = "is required")
        @Pattern(
            regexp = "[a-z0-9][a-z0-9._@-]{1,63}",
            message =
                "must have 2 to 64 of a-z, 0-9, dot, dash, underscore and @, and begin with one of"
                    + " a-z, 0-9")
        @Schema(example = "teller")
        String username,
    @NotNull(message = "is required")
        @Pattern(
            regexp = "(?=.*\\S)[^\\p{Cntrl}]{1,100}",
            message = "must have 1 to 100 printable characters")
        @Schema(example = "Tina Teller")
        String displayName,
    @Email
        @Schema(
            example = "tina@example.com",
            description = "Of staff, who are told there of what concerns their sign-ins.")
        String email,
    @Size(max = 256, message = "must not be longer than 256 characters")
        @Schema(
            minLength = 12,
            maxLength = 128,
            example = "correct horse battery",
            description = "Without one the user is sent a link to choose its own.")
        String password,
    @NotEmpty(message = "is required") @Schema(example = "[\"TELLER\"]")
        List<@NotNull(message = "is required") String> roles,
    @Pattern(
            regexp = "[A-Z0-9]{2,10}",
            message = "must be a code of 2 to 10 capital letters and digits")
        @Schema(example = "BER")
        String branch,
    @Schema(description = "Of a customer, and of nobody else: its client record.") UUID clientId,
    @Size(max = 20, message = "must not have more than 20 items")
        @Schema(type = SchemaType.ARRAY, implementation = Money.class)
        List<Money> amountLimits) {

  /** Without the password. */
  @Override
  public String toString() {
    return "NewUser[" + roles + "]";
  }

  /** For the fingerprint of the request. */
  NewUser withPassword(String digest) {
    return new NewUser(username, displayName, email, digest, roles, branch, clientId, amountLimits);
  }
}

package org.corridor.notification.api;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a browser's PushSubscription has. */
@Schema(name = "PushSubscriptionForm")
public record PushSubscriptionForm(
    @NotNull(message = "is required")
        @Size(max = 2_000, message = "must not be longer than {max} characters")
        @Schema(example = "https://updates.push.services.mozilla.com/wpush/v2/gAAAA")
        String endpoint,
    @NotNull(message = "is required")
        @Size(max = 100, message = "must not be longer than {max} characters")
        @Schema(description = "The device's public key, in base64url.")
        String p256dh,
    @NotNull(message = "is required")
        @Size(max = 50, message = "must not be longer than {max} characters")
        @Schema(description = "The device's authentication secret, in base64url.")
        String auth) {

  /** Without what lets others send there. */
  @Override
  public String toString() {
    return "PushSubscriptionForm[]";
  }
}

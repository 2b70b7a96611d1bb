package org.corridor.auth.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.corridor.auth.domain.Passkey;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** With what somebody signs in. */
@Schema(name = "PasskeyPage")
record PasskeyList(List<View> items, String next) {

  static PasskeyList of(List<Passkey> passkeys) {
    return new PasskeyList(passkeys.stream().map(View::of).toList(), null);
  }

  /** What a user may know of its passkey. */
  @Schema(name = "Passkey")
  record View(
      UUID id,
      @Schema(example = "My telephone") String name,
      @Schema(description = "Whether it may lie with more devices than one.") boolean synced,
      @Schema(description = "It opens nothing any more: there may be a copy.") boolean suspended,
      Instant createdAt,
      @Schema(description = "Absent if it was not used yet.") Instant lastUsedAt) {

    static View of(Passkey passkey) {
      return new View(
          passkey.id(),
          passkey.name(),
          passkey.credential().backupEligible(),
          !passkey.isGood(),
          passkey.createdAt(),
          passkey.lastUsedAt());
    }
  }
}

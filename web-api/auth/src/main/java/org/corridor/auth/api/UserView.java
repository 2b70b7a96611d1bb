package org.corridor.auth.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.corridor.auth.domain.Assignment;
import org.corridor.auth.domain.User;
import org.corridor.auth.domain.UserStatus;
import org.corridor.kernel.Money;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A user; never anything of its password. */
@Schema(
    name = "User",
    description = "Of amountLimits each is the most that one operation may move in its currency.")
public record UserView(
    UUID id,
    @Schema(example = "teller") String username,
    @Schema(example = "Tina Teller") String displayName,
    @Schema(example = "tina@example.com", description = "Absent if it has none.") String email,
    @Schema(example = "[\"TELLER\"]") List<String> roles,
    @Schema(example = "BER", description = "Absent for the whole organisation.") String branch,
    @Schema(description = "The client record that a customer is.") UUID clientId,
    @Schema(type = SchemaType.ARRAY, implementation = Money.class) List<Money> amountLimits,
    @Schema(
            type = SchemaType.STRING,
            enumeration = {"ACTIVE", "LOCKED", "DISABLED"})
        UserStatus status,
    @Schema(
            type = SchemaType.STRING,
            enumeration = {"NONE", "SET", "EXPIRED"},
            description = "NONE until it has chosen one; EXPIRED if it must choose another one.")
        PasswordState password,
    Instant createdAt) {

  /** Whether a user has a password that it may go on with. */
  public enum PasswordState {
    NONE,
    SET,
    EXPIRED;

    static PasswordState of(User user) {
      if (user.passwordHash() == null) {
        return NONE;
      }
      return user.passwordExpired() ? EXPIRED : SET;
    }
  }

  static UserView of(User user) {
    var assignment = user.assignment();
    return new UserView(
        user.id(),
        user.username(),
        user.profile().displayName(),
        user.profile().email(),
        assignment.sortedRoles(),
        assignment.branch(),
        assignment.corridorClient(),
        limits(assignment),
        user.status(),
        PasswordState.of(user),
        user.createdAt());
  }

  static List<Money> limits(Assignment assignment) {
    return assignment.amountLimits().entrySet().stream()
        .map(limit -> new Money(limit.getValue(), limit.getKey()))
        .sorted((a, b) -> a.currency().getCurrencyCode().compareTo(b.currency().getCurrencyCode()))
        .toList();
  }
}

package org.corridor.auth.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import org.corridor.auth.domain.User;
import org.corridor.auth.domain.UserStatus;
import org.corridor.kernel.Money;
import org.corridor.platform.json.Json;
import org.corridor.web.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What can be changed of a user. A request names only what it changes; null takes away (RFC 7396).
 */
@Schema(name = "UserChange")
public record UserChange(
    @Schema(example = "Tina Teller") String displayName,
    @Schema(example = "tina@example.com") String email,
    @Schema(example = "[\"TELLER\"]") List<String> roles,
    @Schema(example = "MUC") String branch,
    UUID clientId,
    @Schema(type = SchemaType.ARRAY, implementation = Money.class) List<Money> amountLimits,
    @Schema(
            type = SchemaType.STRING,
            enumeration = {"ACTIVE", "LOCKED", "DISABLED"})
        UserStatus status) {

  private static final int MAX_LIMITS = 20;

  /**
   * The user as it shall be.
   *
   * @throws JsonProcessingException if the change has another form
   */
  static UserChange merged(User user, ObjectNode change) throws JsonProcessingException {
    var view = UserView.of(user);
    ObjectNode whole =
        Json.mapper()
            .valueToTree(
                new UserChange(
                    view.displayName(),
                    view.email(),
                    view.roles(),
                    view.branch(),
                    view.clientId(),
                    view.amountLimits(),
                    view.status()));
    return Json.mapper().treeToValue(MergePatch.apply(whole, change), UserChange.class).checked();
  }

  private UserChange checked() {
    if (!User.Profile.isDisplayName(displayName)) {
      throw Problem.malformed("/displayName", "must have 1 to 100 printable characters")
          .toException();
    }
    if (email != null && !User.Profile.isEmail(email)) {
      throw Problem.malformed("/email", "must be an e-mail address").toException();
    }
    if (roles == null || roles.isEmpty() || roles.stream().anyMatch(role -> role == null)) {
      throw Problem.malformed("/roles", "is required").toException();
    }
    if (status == null) {
      throw Problem.malformed("/status", "is required").toException();
    }
    if (amountLimits != null && amountLimits.size() > MAX_LIMITS) {
      throw Problem.malformed("/amountLimits", "must not have more than 20 items").toException();
    }
    return this;
  }
}

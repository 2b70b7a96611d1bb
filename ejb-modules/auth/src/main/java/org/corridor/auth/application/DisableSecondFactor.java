package org.corridor.auth.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.corridor.auth.domain.User;
import org.corridor.kernel.Caller;
import org.corridor.platform.audit.Concealed;
import org.corridor.platform.events.Trail;

/**
 * Switches one-time codes off: by the user with a code, or by who manages it when all are lost;
 * then its passkeys go too.
 */
@ApplicationScoped
public class DisableSecondFactor {

  private final Users users;
  private final RoleChecks roles;
  private final CheckSecondFactor checking;
  private final EnrolSecondFactor enrolling;
  private final ChangePasskeys passkeys;

  @Inject
  public DisableSecondFactor(
      Users users,
      RoleChecks roles,
      CheckSecondFactor checking,
      EnrolSecondFactor enrolling,
      ChangePasskeys passkeys) {
    this.users = users;
    this.roles = roles;
    this.checking = checking;
    this.enrolling = enrolling;
    this.passkeys = passkeys;
  }

  /** For the container's proxy. */
  protected DisableSecondFactor() {
    this(null, null, null, null, null);
  }

  /** What became of it. */
  public enum Own {
    OFF,
    WRONG_CODE,
    /** It is the last one of somebody whose roles demand one; it stays. */
    DEMANDED
  }

  public Own own(UUID userId, String code, Trail trail) {
    if (!enrolling.mayDisableOwn(userId)) {
      // no code is used up by what cannot be
      return Own.DEMANDED;
    }
    if (!checking.check(userId, code, trail)) {
      return Own.WRONG_CODE;
    }
    return enrolling.disableOwn(userId, trail) ? Own.OFF : Own.DEMANDED;
  }

  /** Once more changes nothing. */
  public Outcome<User> ofAnother(UUID userId, Caller caller, Trail trail) {
    var user =
        users
            .byId(userId)
            .filter(
                found ->
                    Concealed.unless(AuthAccess.mayReach(caller, found), caller, "user", userId))
            .orElse(null);
    if (user == null) {
      return Outcome.refused(new Refusal.NotFound("user"));
    }
    if (!roles.mayChange(caller, user)) {
      return Outcome.refused(
          new Refusal.Forbidden("You may not take away the second factor of this user."));
    }
    enrolling.disable(userId, caller.subject(), trail);
    passkeys.removeAll(userId, caller.subject(), trail);
    return Outcome.done(user);
  }
}

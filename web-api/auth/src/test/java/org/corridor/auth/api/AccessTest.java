package org.corridor.auth.api;

import static org.corridor.testing.access.Situation.BRANCH;
import static org.corridor.testing.access.Situation.MAKER;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.corridor.auth.application.AuthAccess;
import org.corridor.auth.application.Users;
import org.corridor.auth.domain.Assignment;
import org.corridor.auth.domain.User;
import org.corridor.kernel.Caller;
import org.corridor.testing.access.AccessTable;
import org.corridor.testing.access.RolePermissions;
import org.corridor.testing.access.Twist;
import org.corridor.web.security.Doorkeeper;
import org.junit.jupiter.api.Test;

/** The user in question is a teller. */
class AccessTest {

  private static final Set<String> TELLERS = RolePermissions.documented().byRole().get("TELLER");
  private static final Assignment TELLER = new Assignment(Set.of("TELLER"), BRANCH, null, Map.of());
  private static final User USER =
      User.created(
          MAKER, new User.Profile("tom", "Tom Teller"), TELLER, "$argon2id$", Instant.EPOCH);

  @Test
  void whoMayDoWhatIsAsThePageSays() {
    new AccessTable(
            "auth",
            new AuthApi().getClasses(),
            AuthAccess.class,
            new AccessTable.Door(
                Doorkeeper::isOpen, Doorkeeper::permits, Doorkeeper::asksForStepUp))
        .rule("mayReach", caller -> AuthAccess.mayReach(caller, USER))
        .rule("narrow", AccessTest::lists)
        .rule("mayAssign", caller -> AuthAccess.mayAssign(caller, TELLER, TELLERS))
        .rule("mayManage", caller -> AuthAccess.mayManage(caller, USER, TELLERS))
        .rule("mayChange", caller -> AuthAccess.mayChange(caller, USER, TELLERS))
        .rule("maySetPassword", caller -> AuthAccess.maySetPassword(caller, USER, TELLERS))
        .rule("maySignOut", caller -> AuthAccess.maySignOut(caller, USER, TELLERS))
        .rule("mayGrantScopes", caller -> AuthAccess.mayGrantScopes(caller, TELLERS))
        .tells("isOneself")
        .tells("hasShownTwoFactors")
        .twist(Twist.maker("to itself"))
        .twist(Twist.lesserThan(TELLERS))
        .check();
  }

  private static boolean lists(Caller caller) {
    return AuthAccess.narrow(caller, new Users.Filter(null, null))
        .filter(only -> only.branch() == null || only.branch().equals(BRANCH))
        .isPresent();
  }
}

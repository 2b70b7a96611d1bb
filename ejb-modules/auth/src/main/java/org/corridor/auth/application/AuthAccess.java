package org.corridor.auth.application;

import java.util.Set;
import java.util.UUID;
import org.corridor.auth.domain.Assignment;
import org.corridor.auth.domain.Permissions;
import org.corridor.auth.domain.User;
import org.corridor.kernel.Caller;

/**
 * The attribute rules of auth, all of them; that the caller has the operation's permission is
 * checked at the door.
 *
 * <ul>
 *   <li>Who is bound to a branch sees and makes users of that branch only.
 *   <li>A customer sees no user but itself.
 *   <li>Nobody gives, or takes charge of, what it may not do itself: neither by a role, nor by a
 *       scope, nor by setting the password of somebody more powerful.
 * </ul>
 */
public final class AuthAccess {

  private AuthAccess() {}

  public static boolean isOneself(Caller caller, UUID userId) {
    return caller.subject().equals(userId.toString());
  }

  /** Whether the caller may know that there is such a user. */
  public static boolean mayReach(Caller caller, User user) {
    if (isOneself(caller, user.id())) {
      return true;
    }
    return reachesBranch(caller, user.assignment().branch());
  }

  /** Whether users of that branch are the caller's; null stands for the whole organisation. */
  public static boolean reachesBranch(Caller caller, String branch) {
    return !caller.isCustomer() && (caller.branch() == null || caller.branch().equals(branch));
  }

  /**
   * Whether the caller may make somebody this.
   *
   * @param permissions that the roles of the assignment bundle
   */
  public static boolean mayAssign(Caller caller, Assignment assignment, Set<String> permissions) {
    return reachesBranch(caller, assignment.branch())
        && caller.permissions().containsAll(permissions);
  }

  /**
   * Whether the caller may change this user, or set its password.
   *
   * @param permissions that the user's roles bundle
   */
  public static boolean mayManage(Caller caller, User user, Set<String> permissions) {
    return caller.may(Permissions.USERS_UPDATE)
        && reachesBranch(caller, user.assignment().branch())
        && caller.permissions().containsAll(permissions);
  }

  /** Whether the caller may register a client with these scopes. */
  public static boolean mayGrantScopes(Caller caller, Set<String> permissions) {
    return caller.branch() == null
        && !caller.isCustomer()
        && caller.permissions().containsAll(permissions);
  }
}

package org.corridor.auth.application;

import java.util.Optional;
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
 *   <li>Nobody changes its own roles, limits or status, or takes away its own second factor without
 *       showing it.
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
  private static boolean reachesBranch(Caller caller, String branch) {
    return !caller.isCustomer() && (caller.branch() == null || caller.branch().equals(branch));
  }

  /** What the caller may see of the users that it asks for; empty if that is nobody at all. */
  public static Optional<Users.Filter> narrow(Caller caller, Users.Filter asked) {
    if (caller.isCustomer()) {
      return Optional.empty();
    }
    var bound = caller.branch();
    if (bound == null) {
      return Optional.of(asked);
    }
    return asked.branch() == null || asked.branch().equals(bound)
        ? Optional.of(new Users.Filter(bound, asked.status()))
        : Optional.empty();
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
   * Whether the caller is in charge of this user.
   *
   * @param permissions that the user's roles bundle
   */
  public static boolean mayManage(Caller caller, User user, Set<String> permissions) {
    return caller.may(Permissions.USERS_UPDATE)
        && reachesBranch(caller, user.assignment().branch())
        && caller.permissions().containsAll(permissions);
  }

  /** Whether the caller may change what this user is: nobody does that to itself. */
  public static boolean mayChange(Caller caller, User user, Set<String> permissions) {
    return !isOneself(caller, user.id()) && mayManage(caller, user, permissions);
  }

  /** Whether the caller may set this user's password; its own it must know. */
  public static boolean maySetPassword(Caller caller, User user, Set<String> permissions) {
    return isOneself(caller, user.id()) || mayManage(caller, user, permissions);
  }

  /** Whether the caller may end this user's sign-ins. */
  public static boolean maySignOut(Caller caller, User user, Set<String> permissions) {
    return isOneself(caller, user.id()) || mayManage(caller, user, permissions);
  }

  /** Whether a person has signed in with two factors to get this token. */
  public static boolean hasShownTwoFactors(Caller caller) {
    return caller.authentication() != null
        && Proof.ACR_TWO_FACTORS.equals(caller.authentication().acr());
  }

  /** Whether the caller may register a client with these scopes. */
  public static boolean mayGrantScopes(Caller caller, Set<String> permissions) {
    return caller.branch() == null
        && !caller.isCustomer()
        && caller.permissions().containsAll(permissions);
  }
}

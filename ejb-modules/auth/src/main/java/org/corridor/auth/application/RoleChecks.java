package org.corridor.auth.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.corridor.auth.domain.Assignment;
import org.corridor.auth.domain.Role;
import org.corridor.auth.domain.User;
import org.corridor.kernel.Caller;

/** Applies {@link AuthAccess} to what roles bundle. */
@ApplicationScoped
public class RoleChecks {

  private final Roles roles;

  @Inject
  public RoleChecks(Roles roles) {
    this.roles = roles;
  }

  /** For the container's proxy. */
  protected RoleChecks() {
    this(null);
  }

  /** Why the caller may not make somebody this; empty if it may. */
  Optional<Refusal> refusal(Caller caller, Assignment assignment) {
    var known = new HashSet<String>();
    for (Role role : roles.all()) {
      known.add(role.name());
    }
    if (!known.containsAll(assignment.roles())) {
      return Optional.of(new Refusal.AgainstRule("unknown-role", "There is no such role."));
    }
    if (!AuthAccess.mayAssign(caller, assignment, permissionsOf(assignment.roles()))) {
      return Optional.of(
          new Refusal.Forbidden(
              "You can only make users of your own branch, and only with roles whose permissions"
                  + " you have yourself."));
    }
    return Optional.empty();
  }

  /** Whether the caller is in charge of that user. */
  boolean mayManage(Caller caller, User user) {
    return AuthAccess.mayManage(caller, user, permissionsOf(user.assignment().roles()));
  }

  /** Whether the caller may change what that user is. */
  boolean mayChange(Caller caller, User user) {
    return AuthAccess.mayChange(caller, user, permissionsOf(user.assignment().roles()));
  }

  /** Whether the caller may set that user's password. */
  boolean maySetPassword(Caller caller, User user) {
    return AuthAccess.maySetPassword(caller, user, permissionsOf(user.assignment().roles()));
  }

  /** Whether the caller may end that user's sign-ins. */
  boolean maySignOut(Caller caller, User user) {
    return AuthAccess.maySignOut(caller, user, permissionsOf(user.assignment().roles()));
  }

  private Set<String> permissionsOf(Set<String> names) {
    return roles.permissionsOf(names);
  }
}

package org.corridor.auth.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.corridor.auth.domain.User;
import org.corridor.kernel.Caller;

/** Reads users, those that the caller may know of. */
@ApplicationScoped
public class FindUsers {

  private final Users users;

  @Inject
  public FindUsers(Users users) {
    this.users = users;
  }

  /** For the container's proxy. */
  protected FindUsers() {
    this(null);
  }

  public Optional<User> byId(UUID id, Caller caller) {
    return users.byId(id).filter(user -> AuthAccess.mayReach(caller, user));
  }

  /**
   * @param after the last user of the page before; null for the first page
   */
  public List<User> list(Users.Filter filter, UUID after, int limit, Caller caller) {
    if (caller.isCustomer()) {
      return List.of();
    }
    var bound = caller.branch();
    if (bound == null) {
      return users.list(filter, after, limit);
    }
    if (filter.branch() != null && !filter.branch().equals(bound)) {
      return List.of();
    }
    return users.list(new Users.Filter(bound, filter.status()), after, limit);
  }
}

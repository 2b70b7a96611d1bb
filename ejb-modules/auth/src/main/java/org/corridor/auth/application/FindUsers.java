package org.corridor.auth.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.corridor.auth.domain.User;
import org.corridor.kernel.Caller;
import org.corridor.platform.audit.Concealed;

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
    return users
        .byId(id)
        .filter(
            user -> Concealed.unless(AuthAccess.mayReach(caller, user), caller, "user", user.id()));
  }

  /**
   * @param after the last user of the page before; null for the first page
   */
  public List<User> list(Users.Filter filter, UUID after, int limit, Caller caller) {
    return AuthAccess.narrow(caller, filter)
        .map(narrowed -> users.list(narrowed, after, limit))
        .orElse(List.of());
  }
}

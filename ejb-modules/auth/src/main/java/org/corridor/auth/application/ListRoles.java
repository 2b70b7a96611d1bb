package org.corridor.auth.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.corridor.auth.domain.Role;

/** Reads the roles and what they bundle. */
@ApplicationScoped
public class ListRoles {

  private final Roles roles;

  @Inject
  public ListRoles(Roles roles) {
    this.roles = roles;
  }

  /** For the container's proxy. */
  protected ListRoles() {
    this(null);
  }

  public List<Role> all() {
    return roles.all();
  }
}

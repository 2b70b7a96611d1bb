package org.corridor.auth.application;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.corridor.auth.domain.Role;

/** Knows the roles. */
public interface Roles {

  /** By name. */
  List<Role> all();

  /** All that these roles bundle. */
  default Set<String> permissionsOf(Set<String> names) {
    var permissions = new TreeSet<String>();
    for (var role : all()) {
      if (names.contains(role.name())) {
        permissions.addAll(role.permissions());
      }
    }
    return permissions;
  }
}

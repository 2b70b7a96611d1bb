package org.corridor.auth.application;

import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.corridor.auth.domain.Role;
import org.corridor.auth.domain.User;

/**
 * The roles that nobody has without a second factor.
 *
 * @param names none where a second factor is everybody's own choice
 */
public record SecondFactorRoles(Set<String> names) {

  public static final String SETTING = "corridor.auth.second-factor.roles";

  public SecondFactorRoles {
    names = Set.copyOf(names);
  }

  public static SecondFactorRoles none() {
    return new SecondFactorRoles(Set.of());
  }

  /**
   * @param text names, separated by commas
   * @throws IllegalArgumentException if one of them is empty
   */
  public static SecondFactorRoles of(String text) {
    var names = new TreeSet<String>();
    for (var name : text.split(",", -1)) {
      if (name.isBlank()) {
        throw new IllegalArgumentException(SETTING + " has an empty name in it: " + text);
      }
      names.add(name.strip());
    }
    return new SecondFactorRoles(names);
  }

  /**
   * Of a name that is written wrong nothing would be demanded, and nobody would notice.
   *
   * @throws IllegalArgumentException if there is no such role
   */
  public void requireKnown(Collection<Role> roles) {
    var known = new TreeSet<String>();
    roles.forEach(role -> known.add(role.name()));
    var unknown = new TreeSet<>(names);
    unknown.removeAll(known);
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          SETTING
              + " has names that no role has: "
              + String.join(", ", unknown)
              + "; there are "
              + String.join(", ", known));
    }
  }

  boolean demandOneOf(User user) {
    return !Collections.disjoint(names, user.assignment().roles());
  }
}

package org.corridor.auth.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.corridor.auth.application.Roles;
import org.corridor.auth.domain.Role;

/** Roles in the context's database, seeded by its migrations. */
@ApplicationScoped
public class JpaRoles implements Roles {

  private final AuthEntities entities;

  @Inject
  public JpaRoles(AuthEntities entities) {
    this.entities = entities;
  }

  /** For the container's proxy. */
  protected JpaRoles() {
    this(null);
  }

  @Override
  public List<Role> all() {
    var descriptions = new TreeMap<String, String>();
    var permissions = new TreeMap<String, Set<String>>();
    for (Object row : rows()) {
      var columns = (Object[]) row;
      var name = (String) columns[0];
      descriptions.put(name, (String) columns[1]);
      var of = permissions.computeIfAbsent(name, key -> new HashSet<>());
      if (columns[2] != null) {
        of.add((String) columns[2]);
      }
    }
    var roles = new ArrayList<Role>();
    descriptions.forEach(
        (name, description) -> roles.add(new Role(name, description, permissions.get(name))));
    return List.copyOf(roles);
  }

  private List<?> rows() {
    return entities
        .get()
        .createNativeQuery(
            "select r.name, r.description, p.permission from role r"
                + " left join role_permission p on p.role = r.name")
        .getResultList();
  }
}

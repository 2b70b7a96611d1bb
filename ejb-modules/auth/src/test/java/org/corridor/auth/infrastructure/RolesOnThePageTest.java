package org.corridor.auth.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.corridor.auth.domain.Permissions;
import org.corridor.auth.domain.Role;
import org.corridor.platform.schema.Migrations;
import org.corridor.testing.TestDatabase;
import org.corridor.testing.access.RolePermissions;
import org.junit.jupiter.api.Test;

/**
 * The page on permissions says what the migrations have made of the roles; the contexts' tables of
 * who may do what begin with the page.
 */
class RolesOnThePageTest {

  @Test
  void rolesBundleWhatThePageSays() throws SQLException {
    var documented = RolePermissions.documented();

    assertThat(documented.byRole()).isEqualTo(migrated());
    assertThat(documented.all()).isEqualTo(Permissions.all());
  }

  /** Of all roles but that of machines, whose permissions are their scopes. */
  private static Map<String, Set<String>> migrated() throws SQLException {
    var database = TestDatabase.create("auth");
    new Migrations(database.owner(), "auth", RolesOnThePageTest.class.getClassLoader()).apply();
    var roles = new TreeMap<String, Set<String>>();
    try (var connection = database.app().getConnection();
        var select =
            connection.prepareStatement(
                "select name, permission from role left join role_permission on role = name");
        var rows = select.executeQuery()) {
      while (rows.next()) {
        var permissions = roles.computeIfAbsent(rows.getString(1), name -> new TreeSet<>());
        if (rows.getString(2) != null) {
          permissions.add(rows.getString(2));
        }
      }
    }
    assertThat(roles.remove(Role.SERVICE)).isEmpty();
    return roles;
  }
}

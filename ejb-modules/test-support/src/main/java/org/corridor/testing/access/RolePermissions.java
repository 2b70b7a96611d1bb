package org.corridor.testing.access;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Which permissions each role bundles, from the page's table {@code roles}; that this is what
 * auth's migrations give, auth's own tests see to.
 *
 * @param byRole in the order of the columns
 * @param all also those that no role has
 */
public record RolePermissions(Map<String, Set<String>> byRole, Set<String> all) {

  /** Machine clients: their scopes are what they may do. */
  static final String SERVICE = "SERVICE";

  static final String CUSTOMER = "CUSTOMER";

  private static final Pattern CODE = Pattern.compile("`([a-z-]+:[a-z-]+)`");
  private static final int HEAD_LINES = 2;

  /** As the page has it. */
  public static RolePermissions documented() {
    var lines = PermissionsPage.table("roles");
    var roles = cells(lines.get(0));
    var byRole = new LinkedHashMap<String, Set<String>>();
    roles.subList(1, roles.size()).forEach(role -> byRole.put(role, new TreeSet<>()));
    var all = new TreeSet<String>();
    for (var line : lines.subList(HEAD_LINES, lines.size())) {
      var cells = cells(line);
      var codes = CODE.matcher(cells.get(0)).results().map(code -> code.group(1)).toList();
      all.addAll(codes);
      for (var column = 1; column < cells.size(); column++) {
        if (!cells.get(column).isEmpty()) {
          byRole.get(roles.get(column)).addAll(codes);
        }
      }
    }
    return new RolePermissions(byRole, all);
  }

  private static List<String> cells(String line) {
    var cells = new ArrayList<String>();
    for (var cell : line.substring(1, line.lastIndexOf('|')).split("\\|", -1)) {
      cells.add(cell.strip());
    }
    return cells;
  }
}

package org.corridor.testing.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.corridor.kernel.Caller;

/**
 * The table of one context: a row for each of its operations, as they are found in its resources; a
 * column for each role; in the cells, to what extent somebody of the role may do it. What the door
 * says and what the rules of access say is asked for every role in every situation. Every rule that
 * an operation reaches must be known here, and every rule of the context must be reached.
 */
public final class AccessTable {

  /** What the context's door says: to anybody, to a caller, and whether it asks for a step-up. */
  public record Door(
      Predicate<Method> isOpen, BiPredicate<Method, Caller> permits, Predicate<Method> stepsUp) {}

  private final String context;
  private final Door door;
  private final Class<?> ruleBook;
  private final List<Method> operations;
  private final Map<String, Predicate<Caller>> rules = new HashMap<>();
  private final Map<String, Class<?>> elsewhere = new HashMap<>();
  private final Set<String> telling = new HashSet<>();
  private final List<Twist> twists = new ArrayList<>();
  private final RolePermissions roles = RolePermissions.documented();

  /**
   * @param context such as {@code client}
   * @param classes of its application
   * @param ruleBook where all of its rules of access stand
   */
  public AccessTable(String context, Set<Class<?>> classes, Class<?> ruleBook, Door door) {
    this.context = context;
    this.ruleBook = ruleBook;
    this.door = door;
    this.operations =
        classes.stream()
            .filter(type -> type.isAnnotationPresent(Path.class))
            .flatMap(type -> Arrays.stream(type.getMethods()))
            .filter(method -> verb(method) != null)
            .sorted(Comparator.comparing(AccessTable::path).thenComparing(AccessTable::verb))
            .toList();
  }

  /** What a rule says to somebody about the thing in question. */
  public AccessTable rule(String name, Predicate<Caller> says) {
    rules.put(name, says);
    return this;
  }

  /** A rule of the domain's own, which is not in the rule book. */
  public AccessTable domainRule(Class<?> type, String name, Predicate<Caller> says) {
    elsewhere.put(name, type);
    return rule(name, says);
  }

  /** A rule that refuses nobody, but decides how much somebody is told. */
  public AccessTable tells(String name) {
    telling.add(name);
    return this;
  }

  public AccessTable twist(Twist twist) {
    twists.add(twist);
    return this;
  }

  /**
   * @throws AssertionError if the page says otherwise
   */
  public void check() {
    var reached = new RulesReached("org.corridor." + context, ruleBook, elsewhere);
    var lines = new ArrayList<String>();
    var head = new ArrayList<>(List.of("operation", "needs", "rules"));
    head.addAll(columns());
    twists.forEach(twist -> head.add(twist.title()));
    lines.add(line(head));
    lines.add(line(head.stream().map(title -> "---").toList()).replace(" ", ""));
    var used = new HashSet<String>();
    for (var operation : operations) {
      var names = reached.from(operation);
      used.addAll(names);
      lines.add(line(row(operation, names)));
    }
    assertThat(used).as("rules of %s that an operation reaches", context).isEqualTo(ruleNames());
    PermissionsPage.requireTable(context, lines);
  }

  private List<String> row(Method operation, Set<String> names) {
    var row = new ArrayList<>(List.of("`" + verb(operation) + " " + path(operation) + "`"));
    if (door.isOpen().test(operation)) {
      row.addAll(List.of("nothing", ""));
      columns().forEach(role -> row.add("open"));
      twists.forEach(twist -> row.add(""));
      return row;
    }
    row.add(needs(operation));
    row.add(String.join(", ", names));
    var says = judge(operation, names);
    for (var role : columns()) {
      row.add(
          hasPermission(operation, role)
              ? Situation.word(role, situation -> says.test(caller(role, situation)))
              : "");
    }
    twists.forEach(twist -> row.add(effect(says, twist)));
    return row;
  }

  private Predicate<Caller> judge(Method operation, Set<String> names) {
    Predicate<Caller> says = caller -> door.permits().test(operation, caller);
    for (var name : names) {
      if (!telling.contains(name)) {
        assertThat(rules).as("rules that are known").containsKey(name);
        says = says.and(rules.get(name));
      }
    }
    return says;
  }

  /** What is different with it, over all roles and situations. */
  private String effect(Predicate<Caller> says, Twist twist) {
    var before = everybody().filter(says).toList();
    var stillMay = before.stream().map(twist.caller()).filter(says).count();
    var nowMay = everybody().filter(says.negate()).map(twist.caller()).anyMatch(says);
    if (nowMay) {
      return "also others";
    }
    if (stillMay == before.size()) {
      return "";
    }
    return stillMay == 0 ? "refused" : "fewer";
  }

  private Stream<Caller> everybody() {
    return columns().stream()
        .flatMap(role -> Situation.of(role).stream().map(situation -> caller(role, situation)));
  }

  private boolean hasPermission(Method operation, String role) {
    return Situation.of(role).stream()
        .anyMatch(situation -> door.permits().test(operation, caller(role, situation)));
  }

  private Caller caller(String role, Situation situation) {
    var all = role.equals(RolePermissions.SERVICE) ? roles.all() : roles.byRole().get(role);
    return situation.caller(role, all);
  }

  private List<String> columns() {
    return Stream.concat(roles.byRole().keySet().stream(), Stream.of(RolePermissions.SERVICE))
        .toList();
  }

  /** Found by trying every permission alone, so it is what the door really asks for. */
  private String needs(Method operation) {
    var stepUp = door.stepsUp().test(operation) ? ", step-up" : "";
    if (permits(operation, Set.of())) {
      return "a token" + stepUp;
    }
    var enough = roles.all().stream().filter(code -> permits(operation, Set.of(code))).toList();
    assertThat(enough).as("permissions that are enough for %s", operation).hasSize(1);
    return "`" + enough.get(0) + "`" + stepUp;
  }

  private boolean permits(Method operation, Set<String> permissions) {
    return door.permits().test(operation, Situation.CENTRAL.caller("", permissions));
  }

  private Set<String> ruleNames() {
    var names = new HashSet<>(elsewhere.keySet());
    for (var method : ruleBook.getDeclaredMethods()) {
      if (Modifier.isPublic(method.getModifiers())) {
        names.add(method.getName());
      }
    }
    return names;
  }

  private static String verb(Method method) {
    return Arrays.stream(method.getAnnotations())
        .map(found -> found.annotationType().getAnnotation(HttpMethod.class))
        .filter(found -> found != null)
        .map(HttpMethod::value)
        .findFirst()
        .orElse(null);
  }

  private static String path(Method method) {
    var own = method.getAnnotation(Path.class);
    return (method.getDeclaringClass().getAnnotation(Path.class).value()
            + '/'
            + (own == null ? "" : own.value()))
        .replaceAll("/{2,}", "/")
        .replaceAll("^/?", "/")
        .replaceAll("(?<=.)/$", "");
  }

  private static String line(List<String> cells) {
    var line = new StringBuilder("|");
    cells.forEach(cell -> line.append(cell.isEmpty() ? " |" : " " + cell + " |"));
    return line.toString();
  }
}

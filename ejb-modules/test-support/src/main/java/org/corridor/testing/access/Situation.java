package org.corridor.testing.access;

import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.corridor.kernel.Caller;

/**
 * How somebody stands to the thing that an operation is about, which belongs to the client {@link
 * #OWNER} at the branch {@link #BRANCH}, is about {@link #AMOUNT_CENTS}, and was made by {@link
 * #MAKER}.
 */
public enum Situation {
  /** Staff of the whole organisation; machines too. */
  CENTRAL,
  /** Staff of the branch in question. */
  SAME_BRANCH,
  OTHER_BRANCH,
  /** The customer in question. */
  OWNER_ITSELF,
  OTHER_CUSTOMER;

  public static final UUID OWNER = UUID.fromString("01a20513-0b7a-7269-8ee3-632a68b19ef5");
  public static final String BRANCH = "BER";
  public static final long AMOUNT_CENTS = 100_00;
  public static final Currency EUR = Currency.getInstance("EUR");

  /** A user's id, like every subject that is a person. */
  public static final UUID MAKER = UUID.fromString("01a20513-0b7a-7269-8ee3-632a68b19e01");

  private static final String SOMEBODY = "01a20513-0b7a-7269-8ee3-632a68b19e02";
  private static final UUID ANOTHER_CLIENT =
      UUID.fromString("01a20513-0b7a-7269-8ee3-632a68b19ef6");

  /** Where people of a role can stand. */
  static List<Situation> of(String role) {
    return switch (role) {
      case RolePermissions.CUSTOMER -> List.of(OWNER_ITSELF, OTHER_CUSTOMER);
      case RolePermissions.SERVICE -> List.of(CENTRAL);
      default -> List.of(CENTRAL, SAME_BRANCH, OTHER_BRANCH);
    };
  }

  Caller caller(String role, Set<String> permissions) {
    var branch =
        switch (this) {
          case SAME_BRANCH -> BRANCH;
          case OTHER_BRANCH -> "MUC";
          default -> null;
        };
    var client =
        switch (this) {
          case OWNER_ITSELF -> OWNER;
          case OTHER_CUSTOMER -> ANOTHER_CLIENT;
          default -> null;
        };
    var subject = role.equals(RolePermissions.SERVICE) ? "a-machine" : SOMEBODY;
    return new Caller(subject, permissions, branch, client, Map.of());
  }

  /** One word for the situations in which somebody of a role may do a thing. */
  static String word(String role, Predicate<Situation> allowed) {
    var may = of(role).stream().filter(allowed).toList();
    if (may.isEmpty()) {
      return "none";
    }
    if (may.size() == of(role).size()) {
      return "all";
    }
    if (may.equals(List.of(CENTRAL, SAME_BRANCH))) {
      return "branch";
    }
    if (may.equals(List.of(OWNER_ITSELF))) {
      return "own";
    }
    return Arrays.stream(values())
        .filter(may::contains)
        .map(situation -> situation.name().toLowerCase(Locale.ROOT).replace('_', ' '))
        .collect(Collectors.joining(", "));
  }
}

package org.corridor.testing.access;

import java.util.Currency;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.corridor.kernel.Caller;

/**
 * What may be so beside role and situation.
 *
 * @param title of its column
 * @param caller as it is with it
 */
public record Twist(String title, UnaryOperator<Caller> caller) {

  /** Whoever it is has a limit of its own, and the amount is above that. */
  public static Twist aboveOwnLimit() {
    return new Twist(
        "above own limit",
        caller ->
            with(
                caller,
                caller.subject(),
                caller.permissions(),
                Map.of(Situation.EUR, Situation.AMOUNT_CENTS - 1)));
  }

  /**
   * The thing was made by whoever it is, or is it.
   *
   * @param title says which of the two
   */
  public static Twist maker(String title) {
    return new Twist(
        title,
        caller ->
            with(caller, Situation.MAKER.toString(), caller.permissions(), caller.amountLimits()));
  }

  /** The user in question may do what whoever it is may not. */
  public static Twist lesserThan(Set<String> permissions) {
    return new Twist(
        "of less power",
        caller -> {
          var fewer = new HashSet<>(caller.permissions());
          fewer.removeAll(permissions);
          return with(caller, caller.subject(), fewer, caller.amountLimits());
        });
  }

  private static Caller with(
      Caller caller, String subject, Set<String> permissions, Map<Currency, Long> limits) {
    return new Caller(subject, permissions, caller.branch(), caller.clientId(), limits);
  }
}

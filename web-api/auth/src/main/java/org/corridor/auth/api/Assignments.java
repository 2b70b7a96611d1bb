package org.corridor.auth.api;

import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.corridor.auth.domain.Assignment;
import org.corridor.kernel.Money;
import org.corridor.web.problem.Problem;

/** Makes assignments of what requests say. */
final class Assignments {

  private Assignments() {}

  /**
   * @param limits null for none
   * @throws org.corridor.web.problem.ProblemException 400 on limits that say two things, 422 on
   *     parts that do not go together
   */
  static Assignment of(List<String> roles, String branch, UUID clientId, List<Money> limits) {
    var names = new HashSet<>(roles);
    var fault = Assignment.fault(names, branch, clientId);
    if (fault.isPresent()) {
      throw Problem.refused("assignment-refused", fault.get()).toException();
    }
    return new Assignment(names, branch, clientId, limits(limits));
  }

  private static Map<Currency, Long> limits(List<Money> limits) {
    var most = new HashMap<Currency, Long>();
    if (limits != null) {
      for (var index = 0; index < limits.size(); index++) {
        var limit = limits.get(index);
        if (limit == null || limit.isNegative()) {
          throw Problem.malformed("/amountLimits/" + index, "must not be negative").toException();
        }
        if (most.put(limit.currency(), limit.minorUnits()) != null) {
          throw Problem.malformed(
                  "/amountLimits/" + index, "must not be the second one of its currency")
              .toException();
        }
      }
    }
    return most;
  }
}

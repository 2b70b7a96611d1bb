package org.corridor.account.infrastructure.audit;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.corridor.account.application.CheckReport;
import org.corridor.account.application.LedgerProblem;

/** What a check finds: all problems are counted, the first are kept. */
final class Findings {

  private final List<LedgerProblem> problems = new ArrayList<>();
  private final Map<String, BigInteger> sums = new HashMap<>();
  private long count;

  void add(LedgerProblem problem) {
    count++;
    if (problems.size() < CheckReport.MAX_PROBLEMS) {
      problems.add(problem);
    }
  }

  /** Also of zero: the currency is seen. */
  void addToSum(String currency, BigInteger amount) {
    sums.merge(currency, amount, BigInteger::add);
  }

  long count() {
    return count;
  }

  List<LedgerProblem> problems() {
    return problems;
  }

  Map<String, String> sums() {
    return sums.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, sum -> sum.getValue().toString()));
  }
}

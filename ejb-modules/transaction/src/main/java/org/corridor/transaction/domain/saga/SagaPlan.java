package org.corridor.transaction.domain.saga;

import java.util.List;
import java.util.Objects;

/** A kind of saga: its steps in their order. */
public record SagaPlan(String kind, List<Step> steps) {

  public SagaPlan {
    Objects.requireNonNull(kind, "kind");
    steps = List.copyOf(steps);
    if (steps.isEmpty() || steps.stream().map(Step::name).distinct().count() != steps.size()) {
      throw new IllegalArgumentException("a saga has steps, each with a name of its own: " + kind);
    }
  }

  List<String> names() {
    return steps.stream().map(Step::name).toList();
  }

  public Step step(String name) {
    return steps.stream()
        .filter(step -> step.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(kind + " has no step " + name));
  }
}

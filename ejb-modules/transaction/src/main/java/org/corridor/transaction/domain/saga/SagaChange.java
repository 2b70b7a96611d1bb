package org.corridor.transaction.domain.saga;

import java.util.ArrayList;
import java.util.List;

/** What happened to a saga, and the saga as it is now, to be written together. */
public record SagaChange(Saga after, List<SagaEvent> events) {
  public SagaChange {
    events = List.copyOf(events);
  }

  /** This and what happened next, as one. */
  public SagaChange then(SagaChange next) {
    var all = new ArrayList<>(events);
    all.addAll(next.events);
    return new SagaChange(next.after, all);
  }
}

package org.corridor.transaction.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.corridor.transaction.application.OutcomeMeter;
import org.corridor.transaction.domain.Kind;
import org.corridor.transaction.domain.Status;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** Counts what becomes of transactions, once it is committed. */
@ApplicationScoped
public class OutcomeCounter implements OutcomeMeter {

  private final Event<Outcome> outcomes;
  private final MetricRegistry registry;
  // looked up once: the registry makes an id of name and tags each time it is asked
  private final Map<Outcome, Counter> counters = new ConcurrentHashMap<>();

  /** For the container's proxy. */
  protected OutcomeCounter() {
    this(null, null);
  }

  @Inject
  public OutcomeCounter(Event<Outcome> outcomes, MetricRegistry registry) {
    this.outcomes = outcomes;
    this.registry = registry;
  }

  /** A transaction of that kind came to that status. */
  public record Outcome(Kind kind, Status status) {}

  @Override
  public void count(Kind kind, Status status) {
    outcomes.fire(new Outcome(kind, status));
  }

  void committed(@Observes(during = TransactionPhase.AFTER_SUCCESS) Outcome outcome) {
    increment(outcome);
  }

  /** A transaction of that kind has come to that status: it is committed already. */
  public void countCommitted(Kind kind, Status status) {
    increment(new Outcome(kind, status));
  }

  private void increment(Outcome outcome) {
    counters.computeIfAbsent(outcome, this::counter).inc();
  }

  private Counter counter(Outcome outcome) {
    return registry.counter(
        "corridor_transaction_outcomes",
        new Tag("kind", outcome.kind().name()),
        new Tag("status", outcome.status().name()));
  }
}

package org.corridor.transaction.infrastructure.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.corridor.platform.groupcommit.GroupCommit;
import org.corridor.platform.groupcommit.GroupObserver;
import org.corridor.transaction.application.Opening.Opened;
import org.corridor.transaction.application.OutcomeMeter;
import org.corridor.transaction.domain.Transaction;
import org.corridor.transaction.infrastructure.OutcomeCounter;
import org.corridor.transaction.infrastructure.desk.DeskCommand.Outcome;
import org.corridor.transaction.infrastructure.desk.DeskCommand.Outcome.BatchEnded;
import org.corridor.transaction.infrastructure.desk.DeskCommand.Outcome.Begun;
import org.corridor.transaction.infrastructure.desk.DeskCommand.Outcome.Ended;
import org.eclipse.microprofile.metrics.Histogram;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.Timer;

/** Counts what the desk does. */
@ApplicationScoped
public class DeskMetrics implements GroupObserver<DeskCommand, Outcome> {

  private static final Metadata QUEUE =
      Metadata.builder()
          .withName("corridor_transaction_desk_queue")
          .withDescription("beginnings and ends of movements that wait for the desk")
          .build();
  private static final Metadata BATCH =
      Metadata.builder()
          .withName("corridor_transaction_desk_batch")
          .withDescription("beginnings and ends of one database transaction")
          .build();
  private static final Metadata COMMIT =
      Metadata.builder()
          .withName("corridor_transaction_desk_transaction")
          .withDescription("from begin to commit of a batch")
          .withUnit(MetricUnits.SECONDS)
          .build();

  private final MetricRegistry registry;
  private final OutcomeCounter outcomes;
  private Histogram batch;
  private Timer commit;

  /** For the container's proxy. */
  protected DeskMetrics() {
    this(null, null);
  }

  @Inject
  public DeskMetrics(MetricRegistry registry, OutcomeCounter outcomes) {
    this.registry = registry;
    this.outcomes = outcomes;
  }

  void watch(GroupCommit<DeskCommand, Outcome> group) {
    registry.gauge(QUEUE, group, GroupCommit::depth);
    batch = registry.histogram(BATCH);
    commit = registry.timer(COMMIT);
  }

  @Override
  public void committed(int commands, Duration took) {
    batch.update(commands);
    commit.update(took);
  }

  @Override
  public void answered(DeskCommand command, Outcome outcome, Duration waited) {
    count(outcome, outcomes::countCommitted);
  }

  @Override
  public void failed(DeskCommand command) {
    // the request that failed is counted at the door
  }

  /** Counts a transaction that comes to a status of its own here. */
  static void count(Outcome outcome, OutcomeMeter meter) {
    if (outcome instanceof Ended ended) {
      ended.transaction().ifPresent(transaction -> count(transaction, meter));
    } else if (outcome instanceof BatchEnded ended) {
      ended
          .closing()
          .ifPresent(closing -> closing.changes().forEach(one -> count(one.after(), meter)));
    } else if (outcome instanceof Begun begun
        && begun.opening() instanceof Opened opened
        && opened.attempt().isEmpty()) {
      count(opened.transaction(), meter);
    }
  }

  private static void count(Transaction transaction, OutcomeMeter meter) {
    meter.count(transaction.movement().kind(), transaction.status());
  }
}

package org.corridor.account.infrastructure.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.corridor.account.domain.ledger.HoldExpiry;
import org.corridor.account.domain.ledger.HoldPlacement;
import org.corridor.account.domain.ledger.HoldRelease;
import org.corridor.account.domain.ledger.LedgerCommand;
import org.corridor.account.domain.ledger.Outcome;
import org.corridor.account.domain.ledger.Outcome.Refused;
import org.corridor.platform.groupcommit.GroupCommit;
import org.corridor.platform.groupcommit.GroupObserver;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.Tag;

/** Counts what the ledger does. */
@ApplicationScoped
public class LedgerMetrics implements GroupObserver<LedgerCommand, Outcome> {

  private static final Metadata QUEUE =
      named("corridor_account_ledger_queue", "commands that wait for a poster");
  private static final Metadata BATCH =
      named("corridor_account_ledger_batch", "commands of one transaction");
  private static final Metadata COMMIT =
      inSeconds("corridor_account_ledger_transaction", "from begin to commit of a batch");
  private static final Metadata COMMANDS =
      named("corridor_account_ledger_commands", "commands by what became of them");
  private static final Metadata ANSWER =
      inSeconds("corridor_account_ledger_answer", "from submitting a command to its outcome");

  private final MetricRegistry registry;

  @Inject
  public LedgerMetrics(MetricRegistry registry) {
    this.registry = registry;
  }

  /** For the container's proxy. */
  protected LedgerMetrics() {
    this(null);
  }

  void watch(GroupCommit<LedgerCommand, Outcome> group) {
    registry.gauge(QUEUE, group, GroupCommit::depth);
  }

  @Override
  public void committed(int commands, Duration took) {
    registry.histogram(BATCH).update(commands);
    registry.timer(COMMIT).update(took);
  }

  @Override
  public void answered(LedgerCommand command, Outcome outcome, Duration waited) {
    count(command, outcome instanceof Refused refused ? refused.refusal().code() : "done");
    registry.timer(ANSWER).update(waited);
  }

  @Override
  public void failed(LedgerCommand command) {
    count(command, "failed");
  }

  private void count(LedgerCommand command, String outcome) {
    registry
        .counter(COMMANDS, new Tag("command", name(command)), new Tag("outcome", outcome))
        .inc();
  }

  private static String name(LedgerCommand command) {
    if (command instanceof HoldPlacement) {
      return "place-hold";
    }
    if (command instanceof HoldRelease) {
      return "release-hold";
    }
    return command instanceof HoldExpiry ? "expire-hold" : "post";
  }

  private static Metadata named(String name, String description) {
    return Metadata.builder().withName(name).withDescription(description).build();
  }

  private static Metadata inSeconds(String name, String description) {
    return Metadata.builder()
        .withName(name)
        .withDescription(description)
        .withUnit(MetricUnits.SECONDS)
        .build();
  }
}

package org.corridor.account.infrastructure.ledger;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.corridor.account.domain.ledger.HoldExpiry;
import org.corridor.account.domain.ledger.HoldPlacement;
import org.corridor.account.domain.ledger.HoldRelease;
import org.corridor.account.domain.ledger.LedgerCommand;
import org.corridor.account.domain.ledger.Outcome;
import org.corridor.account.domain.ledger.Outcome.BatchDecided;
import org.corridor.account.domain.ledger.Outcome.Refused;
import org.corridor.platform.groupcommit.GroupCommit;
import org.corridor.platform.groupcommit.GroupObserver;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Histogram;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.Tag;
import org.eclipse.microprofile.metrics.Timer;

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
  // looked up once: the registry makes an id of name and tags each time it is asked
  private final Map<CommandOutcome, Counter> commands = new ConcurrentHashMap<>();
  private Histogram batch;
  private Timer commit;
  private Timer answer;

  private record CommandOutcome(String command, String outcome) {}

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
    batch = registry.histogram(BATCH);
    commit = registry.timer(COMMIT);
    answer = registry.timer(ANSWER);
  }

  @Override
  public void committed(int commands, Duration took) {
    batch.update(commands);
    commit.update(took);
  }

  @Override
  public void answered(LedgerCommand command, Outcome outcome, Duration waited) {
    if (outcome instanceof BatchDecided decided) {
      decided.outcomes().stream()
          .collect(groupingBy(LedgerMetrics::name, counting()))
          .forEach((each, times) -> count(command, each, times));
    } else {
      count(command, name(outcome), 1);
    }
    answer.update(waited);
  }

  @Override
  public void failed(LedgerCommand command) {
    count(command, "failed", command.size());
  }

  private void count(LedgerCommand command, String outcome, long times) {
    commands.computeIfAbsent(new CommandOutcome(name(command), outcome), this::counter).inc(times);
  }

  private Counter counter(CommandOutcome counted) {
    return registry.counter(
        COMMANDS, new Tag("command", counted.command()), new Tag("outcome", counted.outcome()));
  }

  private static String name(Outcome outcome) {
    return outcome instanceof Refused refused ? refused.refusal().code() : "done";
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

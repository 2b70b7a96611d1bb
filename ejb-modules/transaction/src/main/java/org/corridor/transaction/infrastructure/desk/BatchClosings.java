package org.corridor.transaction.infrastructure.desk;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.corridor.transaction.application.TransferBatches.Attempt;
import org.corridor.transaction.domain.Change;
import org.corridor.transaction.domain.TransferBatch;
import org.corridor.transaction.domain.TransferBatch.Closing;
import org.corridor.transaction.infrastructure.desk.DeskCommand.CloseBatch;

/** The batches of one group that end: decided while their rows are held, each once. */
final class BatchClosings {

  private final Set<UUID> closed = new HashSet<>();
  private final Map<Attempt, Closing> closings = new LinkedHashMap<>();
  private final Duration quiet;

  private BatchClosings(Duration quiet) {
    this.quiet = quiet;
  }

  /**
   * Holds the rows, and decides.
   *
   * @param quiet how long after an attempt was begun the ledger can no longer fulfil it
   */
  static BatchClosings decide(
      Connection connection,
      BatchTable table,
      List<CloseBatch> commands,
      Duration quiet,
      Instant now)
      throws SQLException {
    var decided = new BatchClosings(quiet);
    if (commands.isEmpty()) {
      return decided;
    }
    var attempts =
        table.hold(connection, commands.stream().map(close -> close.batch().id()).toList());
    for (var command : commands) {
      var id = command.batch().id();
      var last = attempts.get(id);
      if (last != null && decided.believes(command, last) && decided.closed.add(id)) {
        var closing = command.batch().close(command.answers(), command.by(), now);
        decided.closings.put(command.attempt(), closing);
      }
    }
    return decided;
  }

  /**
   * That all are posted stays true. A refusal is believed only if no other attempt at the same
   * order can still be fulfilled: the ledger remembers what it has posted, not what it has refused.
   */
  private boolean believes(CloseBatch command, int last) {
    var attempt = command.attempt();
    return command.answers().stream().allMatch(answer -> answer.refusal() == null)
        || (attempt.number() == last
            && (attempt.number() == 1 || attempt.afterPrevious().compareTo(quiet) >= 0));
  }

  /** What has not moved counts no longer. */
  void giveBack(DeskUsage usage) {
    changes().forEach(change -> Endings.giveBack(change.after(), usage));
  }

  Stream<Change> changes() {
    return closings.values().stream().flatMap(closing -> closing.changes().stream());
  }

  List<TransferBatch> closed() {
    return closings.values().stream().map(Closing::after).toList();
  }

  Optional<Closing> of(CloseBatch command) {
    return Optional.ofNullable(closings.get(command.attempt()));
  }
}

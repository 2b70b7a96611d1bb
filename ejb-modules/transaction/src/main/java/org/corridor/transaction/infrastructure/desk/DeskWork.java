package org.corridor.transaction.infrastructure.desk;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.corridor.platform.events.EventStore;
import org.corridor.platform.events.EventStore.NewEvent;
import org.corridor.platform.events.Trail;
import org.corridor.platform.groupcommit.GroupWork;
import org.corridor.platform.jdbc.Pipeline;
import org.corridor.transaction.application.ReconcileSettings;
import org.corridor.transaction.domain.Change;
import org.corridor.transaction.domain.Transaction;
import org.corridor.transaction.domain.TransactionEvent;
import org.corridor.transaction.infrastructure.ClientAccounts;
import org.corridor.transaction.infrastructure.TransactionEvents;
import org.corridor.transaction.infrastructure.TransactionRows;
import org.corridor.transaction.infrastructure.desk.DeskCommand.CloseBatch;
import org.corridor.transaction.infrastructure.desk.DeskCommand.Open;
import org.corridor.transaction.infrastructure.desk.DeskCommand.OpenBatch;
import org.corridor.transaction.infrastructure.desk.DeskCommand.Outcome;
import org.corridor.transaction.infrastructure.desk.DeskCommand.Settle;

/**
 * One group of the desk. Rows are held in the order in which everybody else holds them:
 * transactions, keys, the day's usage. What waits for the ledger has its order and its events, but
 * no row: that is written once, when it ends.
 */
final class DeskWork implements GroupWork<DeskCommand, Outcome> {

  private final Clock clock;
  private final ReconcileSettings settings;
  private final DeskTables tables;
  private final DeskKeys keys = new DeskKeys();
  private final ClientAccounts accounts = new ClientAccounts();
  private final EventStore events = TransactionEvents.store();
  private volatile DeskLimits lastLimits = DeskLimits.none();

  DeskWork(Clock clock, ReconcileSettings settings) {
    this.clock = clock;
    this.settings = settings;
    this.tables = new DeskTables(settings.patience());
  }

  @Override
  public Applied<Outcome> apply(Connection connection, List<DeskCommand> commands)
      throws SQLException {
    var now = clock.instant();
    var opens = only(Open.class, commands);
    var openBatches = only(OpenBatch.class, commands);
    var usage = new DeskUsage();
    var endings = new Endings(only(Settle.class, commands), now);
    var known = new Pipeline();
    endings.write(known, tables);
    var limits = opens.isEmpty() && openBatches.isEmpty() ? lastLimits : DeskLimits.read(known);
    var fresh = keys.claim(known, opens);
    var freshBatches = keys.claimBatches(known, openBatches);
    var foreseen = commands.stream().allMatch(this::isForeseeable);
    if (foreseen) {
      Beginnings.foresee(opens, usage, now);
      usage.hold(known);
    }
    known.run(connection);
    lastLimits = limits;
    endings.decide();
    endings.giveBack(usage);
    var closes = only(CloseBatch.class, commands);
    var batches = DeskBatches.of(connection, closes, settings, keys, limits, usage, now);
    var beginnings = new Beginnings(limits, usage, now, foreseen);
    begin(connection, opens, fresh, beginnings);
    batches.want(openBatches, freshBatches);
    if (!foreseen) {
      var held = new Pipeline();
      usage.hold(held);
      held.run(connection);
    }
    beginnings.decide();
    batches.decide();
    var written = new Pipeline();
    usage.write(written);
    var newAccounts = write(written, beginnings, endings, batches);
    written.run(connection);
    return new Applied<>(
        commands.stream().map(command -> outcome(command, beginnings, endings, batches)).toList(),
        () -> accounts.committed(newAccounts));
  }

  private static Outcome outcome(
      DeskCommand command, Beginnings beginnings, Endings endings, DeskBatches batches) {
    if (command instanceof Open open) {
      return new Outcome.Begun(beginnings.of(open));
    }
    if (command instanceof OpenBatch open) {
      return batches.of(open);
    }
    return command instanceof CloseBatch close
        ? batches.of(close)
        : new Outcome.Ended(endings.of((Settle) command));
  }

  /** All the day's usage that it seems to change is known before anything of it is done. */
  private boolean isForeseeable(DeskCommand command) {
    return command instanceof Open open
        ? Beginnings.isForeseeable(open, lastLimits)
        : command instanceof Settle settle && settle.answer().posted();
  }

  private void begin(
      Connection connection, List<Open> opens, Set<UUID> fresh, Beginnings beginnings)
      throws SQLException {
    var others = new ArrayList<Open>();
    for (var open : opens) {
      if (fresh.contains(open.id())) {
        beginnings.want(open);
      } else {
        beginnings.forgo(open);
        others.add(open);
      }
    }
    if (!others.isEmpty()) {
      for (var id : keys.begun(connection, others)) {
        beginnings.found(Transaction.fold(TransactionEvents.history(events, connection, id)));
      }
    }
  }

  /** Gives the accounts of clients that are written. */
  private Set<UUID> write(
      Pipeline pipeline, Beginnings beginnings, Endings endings, DeskBatches batches) {
    var begun = beginnings.transactions();
    var ended = endings.transactions();
    keys.free(pipeline, beginnings.refused());
    var rows =
        Stream.concat(
                begun.stream().filter(transaction -> !transaction.status().awaitsLedger()),
                batches.changes().map(Change::after))
            .toList();
    TransactionRows.insert(pipeline, rows);
    var newAccounts =
        accounts.write(
            pipeline,
            Stream.concat(rows.stream(), endings.written().stream()).map(Transaction::movement));
    tables.openOrders(pipeline, begun.stream().filter(t -> t.status().awaitsLedger()).toList());
    tables.update(pipeline, endings.refused());
    tables.closeOrders(pipeline, ended.stream().map(Transaction::id).toList());
    batches.write(pipeline);
    events.appendAll(
        pipeline,
        Stream.of(beginnings.changes().stream(), endings.changes().stream(), batches.changes())
            .flatMap(changes -> changes)
            .flatMap(DeskWork::eventsOf)
            .toList());
    return newAccounts;
  }

  private static Stream<NewEvent> eventsOf(Change change) {
    var after = change.after();
    var stream = TransactionEvents.stream(after.id());
    var trail = Trail.of(after.making().correlationId());
    var version = after.version() - change.events().size();
    var events = new ArrayList<NewEvent>();
    for (TransactionEvent event : change.events()) {
      version++;
      events.add(new NewEvent(stream, version, event, event.at(), trail));
    }
    return events.stream();
  }

  private static <T extends DeskCommand> List<T> only(Class<T> kind, List<DeskCommand> commands) {
    return commands.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}

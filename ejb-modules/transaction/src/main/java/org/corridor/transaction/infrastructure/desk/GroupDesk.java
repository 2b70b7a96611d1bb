package org.corridor.transaction.infrastructure.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.corridor.contracts.account.PostingAnswer;
import org.corridor.platform.groupcommit.GroupCommit;
import org.corridor.platform.id.Ids;
import org.corridor.transaction.application.BatchOpening;
import org.corridor.transaction.application.Desk;
import org.corridor.transaction.application.MoveRequest;
import org.corridor.transaction.application.Opening;
import org.corridor.transaction.application.Opening.Opened;
import org.corridor.transaction.application.TransferBatches.Attempt;
import org.corridor.transaction.domain.Movement;
import org.corridor.transaction.domain.Transaction;
import org.corridor.transaction.domain.Transaction.Settlement;
import org.corridor.transaction.domain.TransferBatch;
import org.corridor.transaction.domain.TransferBatch.Closing;
import org.corridor.transaction.domain.TransferBatch.Item;
import org.corridor.transaction.domain.TransferBatch.Mode;
import org.corridor.transaction.infrastructure.desk.DeskCommand.CloseBatch;
import org.corridor.transaction.infrastructure.desk.DeskCommand.Open;
import org.corridor.transaction.infrastructure.desk.DeskCommand.OpenBatch;
import org.corridor.transaction.infrastructure.desk.DeskCommand.Outcome;
import org.corridor.transaction.infrastructure.desk.DeskCommand.Settle;
import org.eclipse.microprofile.config.ConfigProvider;

/** The queue that the requests of this server share; {@link DeskThreads} empty it. */
@ApplicationScoped
public class GroupDesk implements Desk {

  // while one waits for the disk, the other works
  private static final int POSTERS = 2;

  private final GroupCommit<DeskCommand, Outcome> group;

  /** As configured. */
  public GroupDesk() {
    this(
        GroupCommit.Settings.from(
            ConfigProvider.getConfig(), "corridor.transaction", 2_000, POSTERS));
  }

  public GroupDesk(GroupCommit.Settings settings) {
    this.group = new GroupCommit<>(settings, DeskCommand::size);
  }

  @Override
  public CompletableFuture<Opening> open(MoveRequest request, Movement movement) {
    return group
        .submit(new Open(Ids.next(), request, movement))
        .thenApply(outcome -> ((Outcome.Begun) outcome).opening());
  }

  @Override
  public CompletableFuture<Optional<Transaction>> settle(
      Opened opened, PostingAnswer answer, String by) {
    return group
        .submitFollowUp(new Settle(opened.transaction(), answer, by))
        .thenApply(outcome -> ((Outcome.Ended) outcome).transaction());
  }

  @Override
  public CompletableFuture<BatchOpening> openBatch(
      UUID id, MoveRequest request, Mode mode, List<Item> items) {
    return group
        .submit(new OpenBatch(id, request, mode, items))
        .thenApply(outcome -> ((Outcome.BatchBegun) outcome).opening());
  }

  @Override
  public CompletableFuture<Optional<TransferBatch>> closeBatch(
      TransferBatch batch, Attempt attempt, List<Settlement> answers, String by) {
    return group
        .submitFollowUp(new CloseBatch(batch, attempt, answers, by))
        .thenApply(outcome -> ((Outcome.BatchEnded) outcome).closing().map(Closing::after));
  }

  GroupCommit<DeskCommand, Outcome> group() {
    return group;
  }
}

package org.corridor.transaction.infrastructure.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.corridor.contracts.account.PostingAnswer;
import org.corridor.platform.groupcommit.GroupCommit;
import org.corridor.platform.id.Ids;
import org.corridor.transaction.application.Desk;
import org.corridor.transaction.application.MoveRequest;
import org.corridor.transaction.application.Opening;
import org.corridor.transaction.application.Opening.Opened;
import org.corridor.transaction.domain.Movement;
import org.corridor.transaction.domain.Transaction;
import org.corridor.transaction.infrastructure.desk.DeskCommand.Open;
import org.corridor.transaction.infrastructure.desk.DeskCommand.Outcome;
import org.corridor.transaction.infrastructure.desk.DeskCommand.Settle;
import org.eclipse.microprofile.config.ConfigProvider;

/** The queue that the requests of this server share; {@link DeskThreads} empty it. */
@ApplicationScoped
public class GroupDesk implements Desk {

  private final GroupCommit<DeskCommand, Outcome> group;

  /** As configured. */
  public GroupDesk() {
    this(GroupCommit.Settings.from(ConfigProvider.getConfig(), "corridor.transaction", 2_000));
  }

  public GroupDesk(GroupCommit.Settings settings) {
    this.group = new GroupCommit<>(settings, command -> 1);
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

  GroupCommit<DeskCommand, Outcome> group() {
    return group;
  }
}

package org.corridor.transaction.infrastructure.desk;

import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.corridor.platform.groupcommit.GroupCommit;
import org.corridor.platform.groupcommit.GroupObserver;
import org.corridor.transaction.application.Desk;
import org.corridor.transaction.application.OutcomeMeter;
import org.corridor.transaction.application.ReconcileSettings;

/** A desk without a container. */
public record RunningDesk(GroupDesk groupDesk) {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** With one poster. */
  public static RunningDesk start(
      DataSource dataSource, Clock clock, ReconcileSettings settings, OutcomeMeter meter) {
    var desk = new GroupDesk(new GroupCommit.Settings(1_000, 1, 1_000, PATIENCE));
    desk.group()
        .start(Thread::new, "desk", dataSource, new DeskWork(clock, settings), new Counting(meter));
    return new RunningDesk(desk);
  }

  public Desk desk() {
    return groupDesk;
  }

  /** What has queued up is still done. */
  public void stop() {
    groupDesk.group().stop();
  }

  private record Counting(OutcomeMeter meter)
      implements GroupObserver<DeskCommand, DeskCommand.Outcome> {

    @Override
    public void committed(int commands, Duration took) {}

    @Override
    public void answered(DeskCommand command, DeskCommand.Outcome outcome, Duration waited) {
      DeskMetrics.count(outcome, meter);
    }

    @Override
    public void failed(DeskCommand command) {}
  }
}

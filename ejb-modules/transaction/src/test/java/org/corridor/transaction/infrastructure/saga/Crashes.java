package org.corridor.transaction.infrastructure.saga;

import java.time.Duration;
import java.util.function.Supplier;
import org.corridor.contracts.account.LedgerUnavailable;
import org.corridor.transaction.application.UnitOfWork;
import org.corridor.transaction.application.saga.StepCalls;
import org.corridor.transaction.domain.saga.StepOutcome;

/**
 * Every point at which a replica can die: before a unit of work, before it commits, after it; and
 * before and after a call. At one of them it does.
 */
final class Crashes implements UnitOfWork, StepCalls {

  private final UnitOfWork units;
  private int passed;
  private int at;

  /** A replica is dead: nothing of it goes on. */
  static final class Crash extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  Crashes(UnitOfWork units) {
    this.units = units;
  }

  /**
   * @param point from 1; 0 for never
   */
  void dieAt(int point) {
    passed = 0;
    at = point;
  }

  private void point() {
    if (++passed == at) {
      throw new Crash();
    }
  }

  @Override
  public <T> T within(Supplier<T> work) {
    point();
    var result =
        units.within(
            () -> {
              var done = work.get();
              point();
              return done;
            });
    point();
    return result;
  }

  @Override
  public StepOutcome make(Supplier<StepOutcome> call, Duration timeout) {
    point();
    StepOutcome outcome;
    try {
      outcome = call.get();
    } catch (LedgerUnavailable e) {
      outcome = new StepOutcome.Unknown("no answer");
    }
    point();
    return outcome;
  }
}

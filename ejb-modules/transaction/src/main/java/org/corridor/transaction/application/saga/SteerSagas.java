package org.corridor.transaction.application.saga;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BiFunction;
import org.corridor.transaction.application.TransactionClock;
import org.corridor.transaction.application.UnitOfWork;
import org.corridor.transaction.domain.saga.Saga;
import org.corridor.transaction.domain.saga.SagaRules;
import org.corridor.transaction.domain.saga.Steering;

/** Lets somebody who is responsible have a saga go on at once, or back. */
@ApplicationScoped
public class SteerSagas {

  private final UnitOfWork units;
  private final Sagas sagas;
  private final WriteSaga writing;
  private final SagaStarter starter;
  private final Clock clock;

  /** For the container's proxy. */
  protected SteerSagas() {
    this(null, null, null, null, null);
  }

  @Inject
  public SteerSagas(
      UnitOfWork units,
      Sagas sagas,
      WriteSaga writing,
      SagaStarter starter,
      @TransactionClock Clock clock) {
    this.units = units;
    this.sagas = sagas;
    this.writing = writing;
    this.starter = starter;
    this.clock = clock;
  }

  /** Whatever it waits for, it goes on now; what is stuck tries again what was refused. */
  public SagaOutcome retry(UUID id, String by) {
    return steer(id, (saga, at) -> SagaRules.retry(saga, by, at));
  }

  /** What was done is undone; refused once there is no way back. */
  public SagaOutcome compensate(UUID id, String by) {
    return steer(
        id,
        (saga, at) ->
            writing
                .rules(saga.kind())
                .compensate(saga, "compensated", "An operator has given it up.", by, at));
  }

  private SagaOutcome steer(UUID id, BiFunction<Saga, Instant, Steering> wish) {
    var outcome =
        units.within(
            () ->
                sagas
                    .hold(id)
                    .map(saga -> written(wish.apply(saga, clock.instant())))
                    .orElseGet(SagaOutcome.NotFound::new));
    if (outcome instanceof SagaOutcome.Steered) {
      starter.soon(id);
    }
    return outcome;
  }

  private SagaOutcome written(Steering steering) {
    if (steering instanceof Steering.Steered steered) {
      writing.save(steered.change());
      return new SagaOutcome.Steered(steered.change().after());
    }
    if (steering instanceof Steering.TooLate tooLate) {
      return new SagaOutcome.Conflict(
          "past-the-point-of-no-return",
          tooLate.inDoubt()
              ? "It may be past the step " + tooLate.step() + ": that is being asked."
              : "There is no way back behind the step " + tooLate.step() + ".");
    }
    var status = ((Steering.Ended) steering).status();
    return new SagaOutcome.Conflict("saga-has-ended", "It has ended: " + status + ".");
  }
}

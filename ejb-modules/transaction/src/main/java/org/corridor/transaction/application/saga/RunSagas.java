package org.corridor.transaction.application.saga;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.corridor.platform.id.Ids;
import org.corridor.transaction.application.TransactionClock;
import org.corridor.transaction.application.UnitOfWork;
import org.corridor.transaction.application.saga.Sagas.Lease;
import org.corridor.transaction.domain.saga.Move;
import org.corridor.transaction.domain.saga.Saga;
import org.corridor.transaction.domain.saga.SagaChange;
import org.corridor.transaction.domain.saga.StepOutcome;

/**
 * Works at sagas. One that is taken is this replica's alone until its lease is over; each move is
 * written before it is made, and so is its outcome afterwards. Whoever comes after a crash finds a
 * step that was begun, and asks what became of it.
 */
@ApplicationScoped
public class RunSagas {

  private final UnitOfWork units;
  private final Sagas sagas;
  private final SagaKinds kinds;
  private final WriteSaga writing;
  private final StepCalls calls;
  private final SagaSettings settings;
  private final Clock clock;

  /** For the container's proxy. */
  protected RunSagas() {
    this(null, null, null, null, null, null, null);
  }

  @Inject
  public RunSagas(
      UnitOfWork units,
      Sagas sagas,
      SagaKinds kinds,
      WriteSaga writing,
      StepCalls calls,
      SagaSettings settings,
      @TransactionClock Clock clock) {
    this.units = units;
    this.sagas = sagas;
    this.kinds = kinds;
    this.writing = writing;
    this.calls = calls;
    this.settings = settings;
    this.clock = clock;
  }

  /** A saga that is somebody's, and the move that is to be made now. */
  private record Turn(Saga saga, Move move) {}

  /**
   * Takes the saga that is due longest, and works at it until it waits or has ended.
   *
   * @return false if none is due, or all that are are being worked at
   */
  public boolean runNext() {
    var token = Ids.next();
    var taken = units.within(() -> sagas.take(lease(token), clock.instant()));
    taken.ifPresent(id -> work(id, token));
    return taken.isPresent();
  }

  /**
   * The same with this one.
   *
   * @return false if it is not due, or is being worked at
   */
  public boolean run(UUID id) {
    var token = Ids.next();
    var taken = units.within(() -> sagas.take(id, lease(token), clock.instant()));
    if (taken) {
      work(id, token);
    }
    return taken;
  }

  private void work(UUID id, UUID token) {
    var turn = units.within(() -> sagas.hold(id).flatMap(saga -> goOn(saga, none(saga), token)));
    while (turn.isPresent()) {
      var now = turn.get();
      var outcome = calls.make(() -> call(now), timeout(now));
      turn = units.within(() -> recorded(now.move(), outcome, id, token));
    }
  }

  private Lease lease(UUID token) {
    return new Lease(token, clock.instant().plus(settings.lease()));
  }

  private static SagaChange none(Saga saga) {
    return new SagaChange(saga, List.of());
  }

  private Duration timeout(Turn turn) {
    return kinds.kind(turn.saga().kind()).plan().step(turn.move().step()).timeout();
  }

  private StepOutcome call(Turn turn) {
    var saga = turn.saga();
    var move = turn.move();
    var action = kinds.kind(saga.kind()).action(move.step());
    var call =
        new StepCall(saga.id(), saga.subjectId(), move.stepId(), saga.making().correlationId());
    return switch (move.how()) {
      case PERFORM -> action.perform(call);
      case ASK -> action.ask(call);
      case UNDO -> action.undo(call);
    };
  }

  /**
   * Writes an outcome, unless the saga has become somebody else's: who has it now asks for itself.
   */
  private Optional<Turn> recorded(Move move, StepOutcome outcome, UUID id, UUID token) {
    var saga = sagas.hold(id).orElseThrow();
    if (!sagas.renew(id, lease(token))) {
      return Optional.empty();
    }
    var jitter = ThreadLocalRandom.current().nextDouble();
    var rules = writing.rules(saga.kind());
    return goOn(saga, rules.record(saga, move, outcome, clock.instant(), jitter), token);
  }

  /** Writes what happened, and with it that the next move has begun; or lets go. */
  private Optional<Turn> goOn(Saga before, SagaChange happened, UUID token) {
    var rules = writing.rules(before.kind());
    var now = clock.instant();
    var next = rules.next(happened.after(), now);
    if (next.isEmpty()) {
      writing.save(happened);
      sagas.letGo(before.id(), token);
      return Optional.empty();
    }
    var begun = happened.then(rules.begin(happened.after(), next.get(), now));
    writing.save(begun);
    return Optional.of(new Turn(begun.after(), next.get()));
  }
}

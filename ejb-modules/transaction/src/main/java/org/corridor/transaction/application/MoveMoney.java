package org.corridor.transaction.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.function.Supplier;
import org.corridor.transaction.application.CheckLimits.Checked;
import org.corridor.transaction.application.OpenTransaction.Opened;
import org.corridor.transaction.application.OpenTransaction.Opening;
import org.corridor.transaction.domain.Making;
import org.corridor.transaction.domain.Movement;

/** Carries a limited movement of money from its request to the ledger's answer. */
@ApplicationScoped
public class MoveMoney {

  private final UnitOfWork units;
  private final OpenTransaction openings;
  private final CheckLimits limits;
  private final OrderPosting orders;
  private final Clock clock;

  /** For the container's proxy. */
  protected MoveMoney() {
    this(null, null, null, null, null);
  }

  @Inject
  public MoveMoney(
      UnitOfWork units,
      OpenTransaction openings,
      CheckLimits limits,
      OrderPosting orders,
      @TransactionClock Clock clock) {
    this.units = units;
    this.openings = openings;
    this.limits = limits;
    this.orders = orders;
    this.clock = clock;
  }

  /**
   * @param preparation checks the request against the accounts; asks the ledger, so it runs outside
   *     of any unit of work, and not at all for a request that was answered before
   */
  MoveOutcome move(MoveRequest request, Supplier<Preparation> preparation) {
    var known = units.within(() -> openings.known(request.key()));
    if (known.isPresent()) {
      return known.get();
    }
    var prepared = preparation.get();
    if (prepared instanceof Preparation.Stopped stopped) {
      return stopped.outcome();
    }
    var movement = ((Preparation.Ready) prepared).movement();
    var opening = units.within(() -> open(request, movement));
    if (opening instanceof Opened opened) {
      return new MoveOutcome.Made(orders.order(opened, request.caller().subject()), false);
    }
    return ((Opening.Refused) opening).outcome();
  }

  /** Nothing is written before the limits have allowed it. */
  private Opening open(MoveRequest request, Movement movement) {
    var known = openings.known(request.key());
    if (known.isPresent()) {
      return new Opening.Refused(known.get());
    }
    var now = clock.instant();
    var checked = limits.check(movement, request.caller(), now);
    if (checked instanceof Checked.Within within) {
      var making = new Making(request.caller().subject(), now, request.correlationId());
      return openings.open(request.key(), movement, making, within.approval());
    }
    return new Opening.Refused(((Checked.Beyond) checked).refusal());
  }
}

package org.corridor.transaction.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Currency;
import java.util.Optional;
import java.util.OptionalLong;
import org.corridor.kernel.Caller;
import org.corridor.transaction.domain.Kind;
import org.corridor.transaction.domain.Limit;
import org.corridor.transaction.domain.Limit.Audience;
import org.corridor.transaction.domain.LimitSetting;

/**
 * Sets how much the organisation lets customers and staff move. Decided while the limit's row is
 * held, so of two who have read the same one sets it. It counts for what is asked for from then on:
 * what was reserved of a day stays reserved.
 */
@ApplicationScoped
public class SetLimits {

  private final UnitOfWork units;
  private final Limits limits;
  private final Clock clock;

  /** For the container's proxy. */
  protected SetLimits() {
    this(null, null, null);
  }

  @Inject
  public SetLimits(UnitOfWork units, Limits limits, @TransactionClock Clock clock) {
    this.units = units;
    this.limits = limits;
    this.clock = clock;
  }

  public LimitOutcome read(Caller caller, Kind kind, Audience audience, Currency currency) {
    if (!TransactionAccess.maySetLimits(caller)) {
      return new LimitOutcome.NotForBranches();
    }
    return units
        .within(() -> limits.setting(kind, audience, currency))
        .map(setting -> (LimitOutcome) new LimitOutcome.Found(setting))
        .orElseGet(LimitOutcome.None::new);
  }

  /**
   * @param expectedVersion of the limit that the caller has read; empty if there shall be none yet
   */
  public LimitOutcome set(
      Caller caller, Limit wanted, OptionalLong expectedVersion, String correlationId) {
    if (!TransactionAccess.maySetLimits(caller)) {
      return new LimitOutcome.NotForBranches();
    }
    var contradictions = wanted.contradictions();
    if (!contradictions.isEmpty()) {
      return new LimitOutcome.Contradictory(contradictions);
    }
    return units.within(
        () ->
            expectedVersion.isPresent()
                ? change(caller, wanted, expectedVersion.getAsLong(), correlationId)
                : create(caller, wanted, correlationId));
  }

  private LimitOutcome change(Caller caller, Limit wanted, long expected, String correlationId) {
    var before = limits.hold(wanted.kind(), wanted.audience(), wanted.currency());
    if (before.isEmpty() || before.get().version() != expected) {
      return new LimitOutcome.Stale();
    }
    if (before.get().limit().equals(wanted)) {
      return new LimitOutcome.Changed(before.get());
    }
    var change = LimitSetting.replace(before, wanted, caller.subject(), clock.instant());
    limits.save(change, correlationId);
    return new LimitOutcome.Changed(change.after());
  }

  private LimitOutcome create(Caller caller, Limit wanted, String correlationId) {
    var change = LimitSetting.replace(Optional.empty(), wanted, caller.subject(), clock.instant());
    return limits.add(change, correlationId)
        ? new LimitOutcome.Created(change.after())
        : new LimitOutcome.Stale();
  }
}

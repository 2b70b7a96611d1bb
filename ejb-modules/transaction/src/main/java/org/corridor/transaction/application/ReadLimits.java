package org.corridor.transaction.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.corridor.kernel.Caller;
import org.corridor.transaction.domain.Limit;
import org.corridor.transaction.domain.Limit.Audience;

/** Tells a caller how much it may move. */
@ApplicationScoped
public class ReadLimits {

  private final UnitOfWork units;
  private final Limits limits;

  /** For the container's proxy. */
  protected ReadLimits() {
    this(null, null);
  }

  @Inject
  public ReadLimits(UnitOfWork units, Limits limits) {
    this.units = units;
    this.limits = limits;
  }

  public List<Limit> of(Caller caller) {
    return units.within(() -> limits.all(Audience.of(caller)));
  }
}

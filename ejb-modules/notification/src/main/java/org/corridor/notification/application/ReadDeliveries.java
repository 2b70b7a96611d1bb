package org.corridor.notification.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.corridor.kernel.Caller;
import org.corridor.notification.application.Deliveries.Filter;
import org.corridor.notification.domain.Delivery;

/** The log of deliveries, as far as the caller reaches. */
@ApplicationScoped
public class ReadDeliveries {

  private final UnitOfWork units;
  private final Deliveries deliveries;
  private final ReachClients reach;

  @Inject
  public ReadDeliveries(UnitOfWork units, Deliveries deliveries, ReachClients reach) {
    this.units = units;
    this.deliveries = deliveries;
    this.reach = reach;
  }

  /** For the container's proxy. */
  protected ReadDeliveries() {
    this(null, null, null);
  }

  /**
   * The newest first. Who does not reach everybody and names nobody sees its own; what is out of
   * reach is not there.
   *
   * @param before the delivery that the page before ended with; null to begin
   * @throws DirectoryUnavailable if it cannot be told now whether the caller reaches the recipient
   */
  public List<Delivery> list(Caller caller, Filter asked, UUID before, int limit) {
    return NotificationAccess.narrow(caller, asked, recipient -> reach.reaches(caller, recipient))
        .map(filter -> units.within(() -> deliveries.list(filter, before, limit)))
        .orElse(List.of());
  }
}

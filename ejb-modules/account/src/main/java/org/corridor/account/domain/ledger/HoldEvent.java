package org.corridor.account.domain.ledger;

import java.time.Instant;
import java.util.UUID;
import org.corridor.kernel.DomainEvent;
import org.corridor.kernel.Money;

/** A step in the life of a hold. */
public sealed interface HoldEvent extends DomainEvent {

  record HoldPlaced(UUID holdId, UUID accountId, Money amount, Instant expiresAt)
      implements HoldEvent {

    public static final String TYPE = "account.hold-placed.v1";

    @Override
    public String type() {
      return TYPE;
    }
  }

  /**
   * A posting took money from the hold.
   *
   * @param captured what this posting took
   * @param remaining what stays held
   */
  record HoldCaptured(UUID holdId, UUID accountId, UUID journalId, Money captured, Money remaining)
      implements HoldEvent {

    public static final String TYPE = "account.hold-captured.v1";

    @Override
    public String type() {
      return TYPE;
    }
  }

  /**
   * @param released what is available again
   */
  record HoldReleased(UUID holdId, UUID accountId, Money released) implements HoldEvent {

    public static final String TYPE = "account.hold-released.v1";

    @Override
    public String type() {
      return TYPE;
    }
  }

  /**
   * @param released what is available again
   */
  record HoldExpired(UUID holdId, UUID accountId, Money released) implements HoldEvent {

    public static final String TYPE = "account.hold-expired.v1";

    @Override
    public String type() {
      return TYPE;
    }
  }
}

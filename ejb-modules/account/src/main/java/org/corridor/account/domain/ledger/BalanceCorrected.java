package org.corridor.account.domain.ledger;

import java.util.Objects;
import java.util.UUID;
import org.corridor.kernel.DomainEvent;
import org.corridor.kernel.Money;

/**
 * The balance of an account was not what its entries and holds add up to, and was set to that. The
 * entries have not changed.
 *
 * @param checkId the rebuild that has found it
 * @param correctedBy who asked for the correction
 */
public record BalanceCorrected(
    UUID accountId,
    UUID checkId,
    Money bookedBefore,
    Money bookedAfter,
    Money heldBefore,
    Money heldAfter,
    String reason,
    String correctedBy)
    implements DomainEvent {

  public static final String TYPE = "account.balance-corrected.v1";

  public BalanceCorrected {
    Objects.requireNonNull(accountId, "accountId");
    Objects.requireNonNull(checkId, "checkId");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(correctedBy, "correctedBy");
  }

  @Override
  public String type() {
    return TYPE;
  }
}

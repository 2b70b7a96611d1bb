package org.corridor.account.domain.ledger;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A request to give up a hold: what is left of it is available again. */
public record HoldRelease(UUID holdId, UUID accountId, String correlationId)
    implements LedgerCommand {

  public HoldRelease {
    Objects.requireNonNull(holdId, "holdId");
    Objects.requireNonNull(accountId, "accountId");
    Objects.requireNonNull(correlationId, "correlationId");
  }

  @Override
  public Set<UUID> accountIds() {
    return Set.of(accountId);
  }

  @Override
  public Optional<Refusal> fault() {
    return Optional.empty();
  }
}

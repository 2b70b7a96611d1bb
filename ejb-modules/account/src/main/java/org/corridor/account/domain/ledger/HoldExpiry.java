package org.corridor.account.domain.ledger;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Time has come for a hold, says the schedule; the ledger looks again. */
public record HoldExpiry(UUID holdId, UUID accountId, String correlationId)
    implements LedgerCommand {

  public HoldExpiry {
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

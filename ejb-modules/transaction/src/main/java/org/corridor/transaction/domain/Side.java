package org.corridor.transaction.domain;

import java.util.Objects;
import java.util.UUID;

/**
 * An account that money leaves or reaches, as it was when the transaction was made.
 *
 * @param clientId the owner; null for an internal account
 * @param branch that keeps it; null for an internal account of no branch
 */
public record Side(UUID accountId, UUID clientId, String branch) {

  public Side {
    Objects.requireNonNull(accountId, "accountId");
  }

  public boolean internal() {
    return clientId == null;
  }
}

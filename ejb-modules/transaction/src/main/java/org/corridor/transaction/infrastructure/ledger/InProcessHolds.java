package org.corridor.transaction.infrastructure.ledger;

import java.util.Optional;
import java.util.UUID;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.corridor.contracts.account.HoldAnswer;
import org.corridor.contracts.account.HoldContract;
import org.corridor.contracts.account.HoldOrder;
import org.corridor.contracts.account.LedgerUnavailable;

/** Holds in the same EAR, looked up when first needed: the account context may start later. */
final class InProcessHolds implements HoldContract {

  private static final String NAME =
      "java:app/corridor-account/Holds!" + HoldContract.class.getName();

  private volatile HoldContract found;

  @Override
  public HoldAnswer place(HoldOrder order) {
    return holds().place(order);
  }

  @Override
  public HoldAnswer release(UUID accountId, UUID holdId, String correlationId) {
    return holds().release(accountId, holdId, correlationId);
  }

  @Override
  public Optional<HoldAnswer> hold(UUID accountId, UUID holdId) {
    return holds().hold(accountId, holdId);
  }

  /** The name is a constant, and the object one of this application: nothing is deserialized. */
  @SuppressWarnings("BanJNDI")
  private HoldContract holds() {
    var holds = found;
    if (holds == null) {
      try {
        holds = InitialContext.doLookup(NAME);
      } catch (NamingException e) {
        throw new LedgerUnavailable("there are no holds on this server", e);
      }
      found = holds;
    }
    return holds;
  }
}

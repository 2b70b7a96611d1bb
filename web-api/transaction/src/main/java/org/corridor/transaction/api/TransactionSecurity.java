package org.corridor.transaction.api;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import org.corridor.web.security.BearerTokenFilter;

/** Takes access tokens that are meant for the transaction context. */
@Priority(Priorities.AUTHENTICATION)
public class TransactionSecurity extends BearerTokenFilter {

  public TransactionSecurity() {
    super("corridor-transaction");
  }
}
